package org.postroad.journey.camunda;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** Builds and deploys small journeys. They start with the event {@code <key>_begun}, with dashes as underscores. */
@Component
public class TestJourneys {

    private final RepositoryService repository;

    TestJourneys(RepositoryService repository) {
        this.repository = repository;
    }

    public static StartEventBuilder journey(String key) {
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(30)
                .startEvent("begins")
                .message(beginningOf(key));
    }

    /** Starts with a plain start event. */
    public static StartEventBuilder journeyWithoutEvent(String key) {
        return Bpmn.createExecutableProcess(key).camundaHistoryTimeToLive(30).startEvent("begins");
    }

    public static String beginningOf(String key) {
        return key.replace('-', '_') + "_begun";
    }

    /** Waits for a period at the timer {@code days}. */
    public static BpmnModelInstance waiting(String key, String period) {
        return journey(key)
                .intermediateCatchEvent("days")
                .timerWithDuration(period)
                .endEvent("done")
                .done();
    }

    public void deploy(String key, BpmnModelInstance model) {
        deploy(key, model, Map.of());
    }

    /** Deploys it with settings by step id, as the element templates would write them. */
    public void deploy(String key, BpmnModelInstance model, Map<String, Map<String, String>> settings) {
        deploy(key, bpmn(model, settings));
    }

    /** The BPMN file with these settings. */
    public static String bpmn(BpmnModelInstance model, Map<String, Map<String, String>> settings) {
        complete(model, settings).forEach((step, values) -> {
            BaseElement element = model.getModelElementById(step);
            CamundaProperties properties = extensions(model, element).addExtensionElement(CamundaProperties.class);
            values.forEach((name, value) -> {
                CamundaProperty property = model.newInstance(CamundaProperty.class);
                property.setCamundaName(name);
                property.setCamundaValue(value);
                properties.addChildElement(property);
            });
        });
        return Bpmn.convertToString(model);
    }

    /** Adds the required settings that most tests do not care about: {@code topic} of a mail, {@code forever} of a wait. */
    private static Map<String, Map<String, String>> complete(
            BpmnModelInstance model, Map<String, Map<String, String>> settings) {
        Map<String, Map<String, String>> complete = new HashMap<>();
        settings.forEach((step, values) -> complete.put(step, new HashMap<>(values)));
        complete.values().stream()
                .filter(values -> values.containsKey("content"))
                .forEach(values -> values.putIfAbsent("topic", "marketing"));
        Stream.concat(
                        model.getModelElementsByType(IntermediateCatchEvent.class).stream()
                                .filter(event -> !event.getChildElementsByType(MessageEventDefinition.class)
                                        .isEmpty()),
                        model.getModelElementsByType(ReceiveTask.class).stream())
                .forEach(wait -> complete.computeIfAbsent(wait.getId(), id -> new HashMap<>())
                        .putIfAbsent("forever", "true"));
        return complete;
    }

    private static ExtensionElements extensions(BpmnModelInstance model, BaseElement element) {
        ExtensionElements extensions = model.newInstance(ExtensionElements.class);
        element.setExtensionElements(extensions);
        return extensions;
    }

    void deploy(String key, String bpmn) {
        repository
                .createDeployment()
                .addInputStream(key + ".bpmn", new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)))
                .deploy();
    }
}
