package org.postroad.rehearse.scenario;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Mutants of a diagram, each with one fault: a sequence flow is missing, a timer fires at another time, a condition is
 * negated, a gateway's default flow and another are swapped.
 */
final class Mutations {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final List<String> TIMERS = List.of("timeDuration", "timeDate", "timeCycle");
    private static final List<String> CONDITIONS = List.of("condition", "audience");
    private static final Pattern PERIOD = Pattern.compile("\\bP(?:T?\\d+[YMWDHS])+\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern TIME = Pattern.compile("'(\\d{2}:\\d{2})'");

    private final byte[] diagram;

    Mutations(byte[] diagram) {
        this.diagram = diagram;
    }

    List<Mutant> all() {
        return Stream.of(missingFlows(), otherTimes(), oppositeConditions(), swappedDefaults())
                .flatMap(mutants -> mutants)
                .toList();
    }

    private Stream<Mutant> missingFlows() {
        return each("sequenceFlow", (document, flow) -> {
            String id = flow.getAttribute("id");
            remove(document, "incoming", id);
            remove(document, "outgoing", id);
            elements(document, BPMN, "exclusiveGateway")
                    .filter(gateway -> gateway.getAttribute("default").equals(id))
                    .forEach(gateway -> gateway.removeAttribute("default"));
            flow.getParentNode().removeChild(flow);
            elements(document, "*", "BPMNEdge")
                    .filter(edge -> edge.getAttribute("bpmnElement").equals(id))
                    .toList()
                    .forEach(edge -> edge.getParentNode().removeChild(edge));
            return Optional.of("without sequence flow " + id);
        });
    }

    private static void remove(Document document, String end, String flow) {
        elements(document, BPMN, end)
                .filter(reference -> reference.getTextContent().strip().equals(flow))
                .toList()
                .forEach(reference -> reference.getParentNode().removeChild(reference));
    }

    private Stream<Mutant> otherTimes() {
        return TIMERS.stream()
                .flatMap(timer -> Stream.of(
                                changed(timer, Mutations::twiceAsLong),
                                changed(timer, Mutations::anHourLater),
                                changed(timer, Mutations::anotherDay))
                        .flatMap(mutants -> mutants));
    }

    private Stream<Mutant> changed(String timer, UnaryOperator<String> change) {
        return each(timer, (document, element) -> {
            String before = element.getTextContent().strip();
            String after = change.apply(before);
            element.setTextContent(after);
            return Optional.of("timer of %s: %s instead of %s".formatted(stepOf(element), after, before))
                    .filter(changed -> !after.equals(before));
        });
    }

    private static String twiceAsLong(String timer) {
        return PERIOD.matcher(timer)
                .replaceFirst(period -> NUMBER.matcher(period.group())
                        .replaceAll(number -> String.valueOf(2 * Integer.parseInt(number.group()))));
    }

    private static String anHourLater(String timer) {
        return TIME.matcher(timer)
                .replaceFirst(time -> "'" + LocalTime.parse(time.group(1)).plusHours(1) + "'");
    }

    /** For timers that name neither a period nor a time. */
    private static String anotherDay(String timer) {
        boolean named = PERIOD.matcher(timer).find() || TIME.matcher(timer).find();
        return named ? timer : "P9D";
    }

    private Stream<Mutant> oppositeConditions() {
        Stream<Mutant> onFlows = each("conditionExpression", (document, condition) -> {
            String before = condition.getTextContent().strip();
            condition.setTextContent(opposite(before));
            return Optional.of(
                    "flow %s: not %s".formatted(((Element) condition.getParentNode()).getAttribute("id"), before));
        });
        Stream<Mutant> inSettings = each(CAMUNDA, "property", (document, property) -> {
            String before = property.getAttribute("value").strip();
            property.setAttribute("value", opposite(before));
            return Optional.of("%s of %s: not %s".formatted(property.getAttribute("name"), stepOf(property), before))
                    .filter(fault -> CONDITIONS.contains(property.getAttribute("name")) && !before.isEmpty());
        });
        return Stream.concat(onFlows, inSettings);
    }

    private static String opposite(String expression) {
        Matcher inside = Pattern.compile("[$#]\\{(.*)}", Pattern.DOTALL).matcher(expression);
        return inside.matches() ? "${!(" + inside.group(1) + ")}" : expression;
    }

    private Stream<Mutant> swappedDefaults() {
        return each("exclusiveGateway", (document, gateway) -> {
            String defaultFlow = gateway.getAttribute("default");
            List<Element> flows = elements(document, BPMN, "sequenceFlow")
                    .filter(flow -> flow.getAttribute("sourceRef").equals(gateway.getAttribute("id")))
                    .toList();
            Optional<Element> otherwise = flows.stream()
                    .filter(flow -> flow.getAttribute("id").equals(defaultFlow))
                    .findFirst();
            Optional<Element> other = flows.stream()
                    .filter(flow -> !flow.getAttribute("id").equals(defaultFlow))
                    .findFirst();
            return otherwise.flatMap(one -> other.map(two -> {
                String target = one.getAttribute("targetRef");
                retarget(document, one, two.getAttribute("targetRef"));
                retarget(document, two, target);
                return "gateway %s: %s and %s lead where the other should"
                        .formatted(gateway.getAttribute("id"), defaultFlow, two.getAttribute("id"));
            }));
        });
    }

    private static void retarget(Document document, Element flow, String target) {
        String id = flow.getAttribute("id");
        remove(document, "incoming", id);
        flow.setAttribute("targetRef", target);
    }

    private static String stepOf(Element inside) {
        Element step = inside;
        while (!step.getNamespaceURI().equals(BPMN)
                || step.getLocalName().startsWith("time")
                || step.getLocalName().equals("extensionElements")
                || step.getLocalName().endsWith("EventDefinition")) {
            step = (Element) step.getParentNode();
        }
        return step.getAttribute("id");
    }

    private interface Fault {

        /** Changes the element, which is the document's, and says what was done; empty if there is nothing to do. */
        Optional<String> put(Document document, Element element);
    }

    private Stream<Mutant> each(String tag, Fault fault) {
        return each(BPMN, tag, fault);
    }

    private Stream<Mutant> each(String namespace, String tag, Fault fault) {
        int number = (int) elements(parsed(), namespace, tag).count();
        return IntStream.range(0, number).boxed().flatMap(index -> {
            Document document = parsed();
            Element element = elements(document, namespace, tag).toList().get(index);
            return fault.put(document, element).map(said -> new Mutant(said, written(document))).stream();
        });
    }

    private static Stream<Element> elements(Document document, String namespace, String tag) {
        NodeList found = document.getElementsByTagNameNS(namespace, tag);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            elements.add((Element) found.item(index));
        }
        return elements.stream();
    }

    private Document parsed() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(diagram));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] written(Document document) {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(octets));
            return octets.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
