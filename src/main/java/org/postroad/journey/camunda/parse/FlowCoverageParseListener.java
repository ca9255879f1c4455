package org.postroad.journey.camunda.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Records which sequence flows tokens take, by journey. For rehearsals only. */
@Component
@Conditional(RehearsalMode.class)
public final class FlowCoverageParseListener extends AbstractBpmnParseListener {

    private final Map<String, Set<String>> byJourney = new ConcurrentHashMap<>();

    /** The ids of the flows of a journey that were taken since the last call. */
    public Set<String> collect(String journey) {
        Set<String> taken = byJourney.remove(journey);
        return taken == null ? Set.of() : new HashSet<>(taken);
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        flow.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, recorder(flow.getId()));
    }

    /** The flows behind an event gateway are never taken: the token starts at the event. So that start is recorded. */
    @Override
    public void parseRootElement(Element definitions, List<ProcessDefinitionEntity> processes) {
        BpmnElement.allIn(definitions)
                .map(BpmnElement::element)
                .filter(element -> element.getTagName().equals("sequenceFlow"))
                .forEach(flow -> processes.forEach(process -> recordStart(process, flow)));
    }

    private void recordStart(ProcessDefinitionEntity process, Element flow) {
        ActivityImpl source = process.findActivity(flow.attribute("sourceRef"));
        if (source != null && source.getActivityBehavior() instanceof EventBasedGatewayActivityBehavior) {
            process.findActivity(flow.attribute("targetRef"))
                    .addBuiltInListener(ExecutionListener.EVENTNAME_START, recorder(flow.attribute("id")));
        }
    }

    private ExecutionListener recorder(String flow) {
        return execution -> record(execution, flow);
    }

    private void record(DelegateExecution execution, String flow) {
        String journey = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        byJourney
                .computeIfAbsent(journey, none -> ConcurrentHashMap.newKeySet())
                .add(flow);
    }
}
