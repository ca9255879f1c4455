package org.postroad.journey.camunda.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.camunda.expression.DelegateNames;
import org.postroad.journey.camunda.expression.ExpressionCheck;
import org.postroad.journey.camunda.parse.BpmnElement;
import org.postroad.journey.camunda.parse.BpmnFault;
import org.postroad.journey.camunda.parse.FlowGraph;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.template.AskPerson;
import org.postroad.journey.vocabulary.ExpressionVocabulary;
import org.springframework.beans.factory.ObjectProvider;

/** Looks through a journey's file before it is deployed: a deployed model is code, so it must be harmless and right. */
public final class JourneyValidator {

    private final ForbiddenCodeCheck forbidden;
    private final ObjectProvider<CheckDependencies> provider;
    private final ExpressionCheck onTheWay = new ExpressionCheck(ExpressionVocabulary.IN_ENROLMENT);
    private final ExpressionCheck afterQuestions =
            new ExpressionCheck(ExpressionVocabulary.IN_ENROLMENT, Set.of(AskPerson.ANSWER));

    /** @param provider asked when there is something to inspect: what it provides needs the engine itself */
    public JourneyValidator(DelegateNames delegates, ObjectProvider<CheckDependencies> provider) {
        this.forbidden = new ForbiddenCodeCheck(delegates);
        this.provider = provider;
    }

    /** All that is wrong, in the order of the file. */
    List<BpmnFault> faultsIn(Element definitions, String file) {
        boolean asks = BpmnElement.allIn(definitions)
                .anyMatch(bpmnElement ->
                        bpmnElement.is("userTask") && bpmnElement.settings().containsKey("answers"));
        ExpressionCheck check = asks ? afterQuestions : onTheWay;
        CheckDependencies checkDependencies = provider.getObject();
        StepSettings settings = new StepSettings(definitions);
        List<Function<BpmnElement, Stream<String>>> checks = List.of(
                forbidden::faultsIn,
                bpmnElement -> expressionFaults(bpmnElement, check),
                new SettingCheck(settings, check, checkDependencies.addresses())::faultsIn,
                new ReferenceCheck(settings, checkDependencies)::faultsIn,
                new EventPropertyCheck(definitions)::faultsIn,
                new TimerCheck(checkDependencies.clock())::faultsIn);
        Stream<BpmnFault> inParts = BpmnElement.allIn(definitions)
                .flatMap(bpmnElement ->
                        checks.stream().flatMap(one -> one.apply(bpmnElement)).map(bpmnElement::fault));
        return Stream.of(
                        ProcessStructureCheck.faultsIn(definitions, file),
                        inParts,
                        new ControlFlowCheck(FlowGraph.of(definitions)).faults(),
                        new StepCompatibilityCheck(checkDependencies.versions()).faultsIn(definitions),
                        new MailPriorityCheck(checkDependencies.rivals()).faultsIn(definitions))
                .flatMap(faults -> faults)
                .toList();
    }

    /** What could be better, noted for whoever deploys. */
    List<BpmnFault> warningsIn(Element definitions, String file) {
        List<BpmnFault> remarks = StyleCheck.warningsIn(definitions);
        remarks.forEach(remark -> provider.getObject().remarks().note(file, remark));
        return remarks;
    }

    /** Wherever the engine evaluates: any attribute and any text but names and what is written for people. */
    private Stream<String> expressionFaults(BpmnElement bpmnElement, ExpressionCheck check) {
        Stream<String> attributes = bpmnElement.is("property")
                ? Stream.empty()
                : bpmnElement
                        .attributes()
                        .filter(attribute -> !attribute.getKey().equals("delegateExpression"))
                        .filter(attribute -> !bpmnElement.isForPeople(attribute.getKey()))
                        .map(Map.Entry::getValue);
        Stream<String> text = bpmnElement.isForPeople()
                ? Stream.empty()
                : Stream.of(bpmnElement.element().getText().strip());
        return Stream.concat(attributes, text)
                .filter(ExpressionCheck::isExpression)
                .flatMap(expression -> check.faultsIn(expression).stream());
    }
}
