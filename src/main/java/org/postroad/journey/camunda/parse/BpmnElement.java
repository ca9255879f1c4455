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
 * An XML element of a journey's file, with the element on the diagram that it belongs to.
 *
 * @param step itself, or the nearest around it that can be seen on the diagram
 */
public record BpmnElement(Element element, Element step) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** The engine takes these names for expressions. */
    private static final Set<String> EVALUATED_NAMES = Set.of("message", "signal", "error", "escalation", "userTask");

    /** The element and all inside it, without the drawing. */
    public static Stream<BpmnElement> allIn(Element root) {
        return new BpmnElement(root, root).andInside();
    }

    private Stream<BpmnElement> andInside() {
        Stream<BpmnElement> inside = element.elements().stream()
                .filter(child -> !child.getTagName().equals("BPMNDiagram"))
                .flatMap(child -> new BpmnElement(child, visible(child) ? child : step).andInside());
        return Stream.concat(Stream.of(this), inside);
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

    /** Every attribute, by its name without a namespace: the engine knows two namespaces for its own, others may add more. */
    public Stream<Map.Entry<String, String>> attributes() {
        return element.attributes().stream().map(key -> Map.entry(local(key), element.attribute(key)));
    }

    /** The values of all attributes of that name, whatever their namespace. */
    public Stream<String> values(String name) {
        return attributes().filter(attribute -> attribute.getKey().equals(name)).map(Map.Entry::getValue);
    }

    /** The attribute as the engine reads it. */
    public Optional<String> engineAttribute(String name) {
        return Optional.ofNullable(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name));
    }

    private static String local(String key) {
        return key.substring(key.lastIndexOf(':') + 1);
    }

    /** The {@code camunda:properties} of this element, as the element templates write them: blank ones say nothing. */
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

    public BpmnFault fault(String sentence) {
        return new BpmnFault(described() + ": " + sentence, element, stepId());
    }

    /** Whether a text is written for people and never evaluated; the engine evaluates what a user task says. */
    public boolean isForPeople() {
        return (is("documentation") || is("text")) && !step.getTagName().equals("userTask");
    }

    public boolean isForPeople(String attribute) {
        return attribute.equals("name") && !EVALUATED_NAMES.contains(element.getTagName());
    }

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
