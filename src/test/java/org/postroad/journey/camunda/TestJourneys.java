package org.postroad.journey.camunda;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** Small journeys for tests. All begin when a customer does {@code <key>_begun}, with dashes as underscores. */
@Component
class TestJourneys {

    private final RepositoryService repository;

    TestJourneys(RepositoryService repository) {
        this.repository = repository;
    }

    static StartEventBuilder journey(String key) {
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(30)
                .startEvent("begins")
                .message(beginningOf(key));
    }

    /** Begins with a plain start event. */
    static StartEventBuilder journeyWithoutEvent(String key) {
        return Bpmn.createExecutableProcess(key).camundaHistoryTimeToLive(30).startEvent("begins");
    }

    static String beginningOf(String key) {
        return key.replace('-', '_') + "_begun";
    }

    void deploy(String key, BpmnModelInstance model) {
        deploy(key, Bpmn.convertToString(model));
    }

    /** With these settings, by step, as the element templates would write them. */
    void deploy(String key, BpmnModelInstance model, Map<String, Map<String, String>> settings) {
        settings.forEach((step, values) -> {
            BaseElement element = model.getModelElementById(step);
            CamundaProperties properties = extensions(model, element).addExtensionElement(CamundaProperties.class);
            values.forEach((name, value) -> {
                CamundaProperty property = model.newInstance(CamundaProperty.class);
                property.setCamundaName(name);
                property.setCamundaValue(value);
                properties.addChildElement(property);
            });
        });
        deploy(key, model);
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
