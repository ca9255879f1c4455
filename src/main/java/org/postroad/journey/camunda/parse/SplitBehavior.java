package org.postroad.journey.camunda.parse;

import org.camunda.bpm.engine.impl.bpmn.behavior.GatewayActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.postroad.journey.Enrolment;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.template.Split;

/** A gateway that sends each customer along one of its flows at random; the same customer always takes the same flow. */
final class SplitBehavior extends GatewayActivityBehavior {

    private final Split split;

    SplitBehavior(Split split) {
        this.split = split;
    }

    @Override
    public void doLeave(ActivityExecution execution) {
        EnrolmentSession session = EnrolmentSession.current();
        Enrolment enrolment = session.enrolmentOf(execution);
        String flow = split.branchOf(
                enrolment.customerId(),
                enrolment.journey(),
                execution.getActivity().getId());
        split.experiment().ifPresent(experiment -> session.variantAssigned(execution, experiment, flow));
        execution.leaveActivityViaTransition(execution.getActivity().findOutgoingTransition(flow));
    }
}
