package org.postroad.journey.camunda.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * An XML element of a BPMN file, with the diagram element that it belongs to.
 *
 * @param step the element itself, or the nearest element around it that is visible on the diagram
 */
public record BpmnElement(Element element, Element step) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** Elements whose {@code name} the engine evaluates as an expression. */
    private static final Set<String> EVALUATED_NAMES = Set.of("message", "signal", "error", "escalation", "userTask");

    /** The element and all elements inside it, without the diagram interchange. */
    public static Stream<BpmnElement> allIn(Element root) {
        return new BpmnElement(root, root).withDescendants();
    }

    private Stream<BpmnElement> withDescendants() {
        Stream<BpmnElement> descendants = element.elements().stream()
                .filter(child -> !child.getTagName().equals("BPMNDiagram"))
                .flatMap(child -> new BpmnElement(child, visible(child) ? child : step).withDescendants());
        return Stream.concat(Stream.of(this), descendants);
    }

    private static boolean visible(Element element) {
        return BPMN.equals(element.getUri())
                && element.attribute("id") != null
                && !element.getTagName().endsWith("EventDefinition")
                && !element.getTagName().endsWith("xpression");
    }

    public boolean is(String tag) {
        return element.getTagName().equals(tag);
    }

    /** Every attribute, by its name without namespace: the engine reads two namespaces, and a file may add others. */
    public Stream<Map.Entry<String, String>> attributes() {
        return element.attributes().stream().map(key -> Map.entry(local(key), element.attribute(key)));
    }

    /** The values of all attributes of that name, whatever their namespace. */
    public Stream<String> values(String name) {
        return attributes().filter(attribute -> attribute.getKey().equals(name)).map(Map.Entry::getValue);
    }

    /** The attribute of that name in the engine's namespace. */
    public Optional<String> engineAttribute(String name) {
        return Optional.ofNullable(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name));
    }

    private static String local(String key) {
        return key.substring(key.lastIndexOf(':') + 1);
    }

    /** The {@code camunda:properties} of this element, which the element templates write; without blank ones. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        children(element, "extensionElements")
                .flatMap(extensions -> children(extensions, "properties"))
                .flatMap(properties -> children(properties, "property"))
                .forEach(property -> settings.put(text(property, "name"), text(property, "value")));
        settings.values().removeIf(String::isBlank);
        return settings;
    }

    private static Stream<Element> children(Element element, String tag) {
        return element.elements(tag).stream();
    }

    private static String text(Element element, String attribute) {
        return Optional.ofNullable(element.attribute(attribute)).orElse("");
    }

    /** A fault of this element; the sentence is preceded by the kind and id of its step. */
    public BpmnFault fault(String sentence) {
        return new BpmnFault(described() + ": " + sentence, element, stepId());
    }

    /** Whether its text is documentation that is never evaluated; the engine does evaluate that of user tasks. */
    public boolean isNeverEvaluated() {
        return (is("documentation") || is("text")) && !step.getTagName().equals("userTask");
    }

    /** Whether this attribute is a name that is never evaluated. */
    public boolean isNeverEvaluated(String attribute) {
        return attribute.equals("name") && !EVALUATED_NAMES.contains(element.getTagName());
    }

    /** The id of the step; empty if it has none. */
    public String stepId() {
        return Optional.ofNullable(step.attribute("id")).orElse("");
    }

    /** {@code Start event 'looks-twice'}. */
    private String described() {
        String tag = step.getTagName();
        String kind = tag.substring(0, 1).toUpperCase(Locale.ROOT)
                + tag.substring(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return kind + " '" + stepId() + "'";
    }
}
