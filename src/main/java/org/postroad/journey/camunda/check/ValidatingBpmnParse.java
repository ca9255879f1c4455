package org.postroad.journey.camunda.check;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.context.Context;
import org.postroad.journey.camunda.parse.BestTimeWait;
import org.postroad.journey.camunda.parse.CandidateGroups;

/**
 * Validates a diagram before the engine parses it, when it is deployed and only then: a deployed version must stay readable
 * for ever, or its enrolments would be stuck.
 */
public final class ValidatingBpmnParse extends BpmnParse {

    /** The source of a deployment that a rehearsal makes without validation, to see the effect of a fault. */
    public static final String FAULTY_ON_PURPOSE = "faulty on purpose";

    private final JourneyValidator journeyValidator;
    private final boolean rehearsal;

    public ValidatingBpmnParse(BpmnParser parser, JourneyValidator journeyValidator, boolean rehearsal) {
        super(parser);
        this.journeyValidator = journeyValidator;
        this.rehearsal = rehearsal;
    }

    @Override
    protected void parseRootElement() {
        boolean isNew = rootElement != null && deployment != null && deployment.isNew();
        if (isNew && !(rehearsal && FAULTY_ON_PURPOSE.equals(deployment.getSource()))) {
            journeyValidator
                    .faultsIn(rootElement, name)
                    .forEach(bpmnFault -> addError(bpmnFault.sentence(), bpmnFault.element(), bpmnFault.stepId()));
            journeyValidator
                    .warningsIn(rootElement, name)
                    .forEach(warning -> addWarning(warning.sentence(), warning.element(), warning.stepId()));
        }
        if (!hasErrors()) {
            BestTimeWait.expandTemplate(rootElement);
            super.parseRootElement();
        }
        if (isNew && !hasErrors()) {
            CandidateGroups.create(rootElement, Context.getCommandContext());
        }
    }
}
