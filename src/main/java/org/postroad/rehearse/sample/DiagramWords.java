package org.postroad.rehearse.sample;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The words of diagrams and tables: what an expression can ask for, and what it can compare with.
 *
 * @param names words within expressions, and whole texts that look like a name
 * @param values quoted texts, and whole texts that look like an id
 */
record DiagramWords(Set<String> names, Set<String> values) {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final Pattern QUOTED = Pattern.compile("'([^'\\n]{1,64})'|\"([^\"\\n]{1,64})\"");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*");

    DiagramWords() {
        this(new HashSet<>(), new HashSet<>());
    }

    /** Adds those of a diagram or table; one that cannot be read is refused elsewhere. */
    void add(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> {
                        for (int i = 0; i < reader.getAttributeCount(); i++) {
                            add(reader.getAttributeValue(i));
                        }
                    }
                    case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> add(reader.getText());
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("A diagram or table is no XML: " + e.getMessage(), e);
        }
    }

    /** Adds those of a text or an expression. */
    void add(String text) {
        String whole = text.strip();
        if (NAME.matcher(whole).matches()) {
            names.add(whole);
        }
        if (ID.matcher(whole).matches()) {
            values.add(whole);
        }
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            String word = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            names.add(word);
            values.add(word);
        }
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            NAME.matcher(expression.group(1)).results().forEach(name -> names.add(name.group()));
        }
    }
}
