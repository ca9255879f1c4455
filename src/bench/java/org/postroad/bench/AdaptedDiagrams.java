package org.postroad.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The stock journeys for an engine that lacks Postroad's vocabulary, changed as little as possible:
 *
 * <ul>
 *   <li>A journey's start event waits for no message: no engine lets two diagrams start by the same one, and which of them a
 *       customer enters is the caller's business.
 *   <li>A timer whose expression uses the vocabulary ({@code ${bestTime.within('PT24H')}}) waits for {@value #WAIT} instead.
 *   <li>At a gateway, the default flow is taken; where there is none, the first flow that has a condition.
 *   <li>Postroad's settings, which are extension properties, are left out; nothing would read them.
 *   <li>For Flowable only: its own namespace for {@code async}, delegates and candidate groups, and service tasks in place of
 *       send tasks and business rule tasks, which it reserves for its own kinds of task.
 * </ul>
 *
 * <p>Events, waits, event sub-processes, gateways, asynchronous boundaries and tasks stay as drawn.
 */
final class AdaptedDiagrams {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String FLOWABLE = "http://flowable.org/bpmn";
    private static final String WAIT = "P1D";

    private final Path source;

    AdaptedDiagrams(Path source) {
        this.source = source;
    }

    /** Writes them for Camunda and for its forks that read its extensions. */
    Path forCamunda(Path target) {
        return write(target, false);
    }

    Path forFlowable(Path target) {
        return write(target, true);
    }

    /** The types of events for which some instance can wait. */
    Set<String> awaitedTypes() {
        Set<String> types = new TreeSet<>();
        for (Path file : files()) {
            Document diagram = read(file);
            removeStartMessages(diagram);
            Set<String> referred = new TreeSet<>();
            elements(diagram, "messageEventDefinition")
                    .forEach(event -> referred.add(event.getAttribute("messageRef")));
            elements(diagram, "message").stream()
                    .filter(message -> referred.contains(message.getAttribute("id")))
                    .forEach(message -> types.add(message.getAttribute("name")));
        }
        return types;
    }

    /** The steps at which an instance waits for an event, as {@code journey/step}. */
    Set<String> awaitingSteps() {
        Set<String> steps = new TreeSet<>();
        for (Path file : files()) {
            Document diagram = read(file);
            removeStartMessages(diagram);
            String journey = elements(diagram, "process").get(0).getAttribute("id");
            elements(diagram, "messageEventDefinition")
                    .forEach(event -> steps.add(journey + "/" + ((Element) event.getParentNode()).getAttribute("id")));
        }
        return steps;
    }

    private Path write(Path target, boolean flowable) {
        try {
            Files.createDirectories(target);
            for (Path file : files()) {
                Document diagram = read(file);
                removeStartMessages(diagram);
                fixTimers(diagram);
                fixConditions(diagram);
                removeAll(elements(diagram, "extensionElements"));
                removeAll(elements(diagram, "documentation"));
                renameAttributes(diagram, flowable);
                if (flowable) {
                    renameTasks(diagram);
                }
                TransformerFactory.newInstance()
                        .newTransformer()
                        .transform(
                                new DOMSource(diagram),
                                new StreamResult(
                                        target.resolve(file.getFileName()).toFile()));
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(source)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static void removeStartMessages(Document diagram) {
        elements(diagram, "startEvent").stream()
                .filter(start -> start.getParentNode().getLocalName().equals("process"))
                .forEach(start -> removeAll(children(start, "messageEventDefinition")));
    }

    private static void fixTimers(Document diagram) {
        for (Element date : elements(diagram, "timeDate")) {
            Element duration = diagram.createElementNS(BPMN, prefixed(date, "timeDuration"));
            duration.setTextContent(WAIT);
            date.getParentNode().replaceChild(duration, date);
        }
        elements(diagram, "timeDuration").stream()
                .filter(duration -> duration.getTextContent().contains("${"))
                .forEach(duration -> duration.setTextContent(WAIT));
    }

    private static void fixConditions(Document diagram) {
        Set<String> decided = new TreeSet<>();
        for (Element condition : elements(diagram, "conditionExpression")) {
            Element flow = (Element) condition.getParentNode();
            String gateway = flow.getAttribute("sourceRef");
            boolean first = decided.add(gateway);
            condition.setTextContent(first && !hasDefault(diagram, gateway) ? "${true}" : "${false}");
        }
    }

    private static boolean hasDefault(Document diagram, String gateway) {
        return elements(diagram, "exclusiveGateway").stream()
                .anyMatch(element -> element.getAttribute("id").equals(gateway) && element.hasAttribute("default"));
    }

    private static void renameAttributes(Document diagram, boolean flowable) {
        for (Element element : elements(diagram, "*")) {
            for (Attr attribute : attributes(element)) {
                if (CAMUNDA.equals(attribute.getNamespaceURI())) {
                    String name = attribute.getLocalName();
                    if (name.startsWith("modelerTemplate") || flowable) {
                        element.removeAttributeNode(attribute);
                    }
                    if (flowable && !name.startsWith("modelerTemplate") && !name.equals("historyTimeToLive")) {
                        element.setAttributeNS(
                                FLOWABLE,
                                "flowable:" + (name.equals("asyncBefore") ? "async" : name),
                                attribute.getValue());
                    }
                }
            }
        }
    }

    private static void renameTasks(Document diagram) {
        Stream.of("sendTask", "businessRuleTask")
                .flatMap(kind -> elements(diagram, kind).stream())
                .forEach(task -> diagram.renameNode(task, BPMN, prefixed(task, "serviceTask")));
    }

    private static String prefixed(Element like, String name) {
        return like.getPrefix() == null ? name : like.getPrefix() + ":" + name;
    }

    private static void removeAll(List<Element> elements) {
        elements.forEach(element -> element.getParentNode().removeChild(element));
    }

    private static List<Element> elements(Document diagram, String name) {
        List<Element> elements = new ArrayList<>();
        var nodes = diagram.getElementsByTagNameNS(BPMN, name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }
}
