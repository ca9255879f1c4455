package org.postroad.rehearse.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A journey as the command line names it: by the path of its diagram, or by its id.
 *
 * @param journey the id of the process
 * @param diagram the file's content
 */
record JourneyFile(String journey, byte[] diagram) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ENDING = ".bpmn";

    /**
     * Finds it.
     *
     * @param named a path that ends with {@code .bpmn}, or the id of a journey in the folder
     * @param files the folder's diagrams and tables, by name
     * @throws IllegalArgumentException with a sentence, if there is none, or it cannot be read
     */
    static JourneyFile find(String named, Map<String, byte[]> files, Path folder) {
        if (named.endsWith(ENDING)) {
            return read(Path.of(named));
        }
        byte[] diagram = files.get(named + ENDING);
        if (diagram == null) {
            throw new IllegalArgumentException("There is no %s.bpmn in %s. Name one that is there, or a file's path."
                    .formatted(named, folder.resolve("bpmn")));
        }
        return new JourneyFile(named, diagram);
    }

    private static JourneyFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file + ".");
        }
        try {
            byte[] diagram = Files.readAllBytes(file);
            return new JourneyFile(processId(diagram), diagram);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(file + " is no BPMN diagram: " + e.getMessage(), e);
        }
    }

    private static String processId(byte[] diagram) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(diagram));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("process")
                    && BPMN.equals(xml.getNamespaceURI())) {
                return String.valueOf(xml.getAttributeValue(null, "id"));
            }
        }
        throw new XMLStreamException("it has no process");
    }

    /** The folder's files with this diagram in the place of another one's. */
    Map<String, byte[]> in(Map<String, byte[]> files, String insteadOf) {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.remove(insteadOf + ENDING);
        all.put(journey + ENDING, diagram);
        return all;
    }
}
