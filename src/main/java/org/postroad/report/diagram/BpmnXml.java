package org.postroad.report.diagram;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Parses BPMN as XML without loading anything external, and navigates the DOM. */
final class BpmnXml {

    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    static final String DI = "http://www.omg.org/spec/DD/20100524/DI";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,7}([.][0-9]+)?");

    private BpmnXml() {}

    static Document parse(String xml) {
        try {
            DocumentBuilder builder = secureFactory().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (SAXException e) {
            throw new DiagramUnreadable("The BPMN document is not well-formed XML: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new DiagramUnreadable("The BPMN document cannot be read: " + e.getMessage(), e);
        }
    }

    /** A diagram is untrusted input: no DOCTYPE, hence no entities, and no external access. */
    private static DocumentBuilderFactory secureFactory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        return factory;
    }

    static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    static Stream<Element> children(Element parent, String namespace) {
        return elements(parent.getChildNodes()).filter(each -> namespace.equals(each.getNamespaceURI()));
    }

    static Stream<Element> children(Element parent, String namespace, String name) {
        return children(parent, namespace).filter(each -> name.equals(each.getLocalName()));
    }

    static Optional<Bounds> bounds(Element parent) {
        return children(parent, DC, "Bounds")
                .findFirst()
                .map(bounds -> new Bounds(
                        number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height")));
    }

    static Point point(Element waypoint) {
        return new Point(number(waypoint, "x"), number(waypoint, "y"));
    }

    private static double number(Element element, String attribute) {
        String text = element.getAttribute(attribute);
        if (!NUMBER.matcher(text).matches()) {
            throw new DiagramUnreadable("The diagram has a " + element.getLocalName() + " whose " + attribute
                    + " is not a number: '" + text + "'");
        }
        return Double.parseDouble(text);
    }
}
