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

/** Runs all checks on a BPMN file before it is deployed. A deployed diagram is code, so it must be harmless and correct. */
public final class JourneyValidator {

    private final ForbiddenCodeCheck forbidden;
    private final ObjectProvider<CheckDependencies> provider;
    private final ExpressionCheck inEnrolment = new ExpressionCheck(ExpressionVocabulary.IN_ENROLMENT);
    private final ExpressionCheck inEnrolmentWithAnswer =
            new ExpressionCheck(ExpressionVocabulary.IN_ENROLMENT, Set.of(AskPerson.ANSWER));

    /** @param provider called when a file is validated, since the dependencies need the running engine */
    public JourneyValidator(DelegateNames delegates, ObjectProvider<CheckDependencies> provider) {
        this.forbidden = new ForbiddenCodeCheck(delegates);
        this.provider = provider;
    }

    /** All faults; those of single elements in the order of the file. */
    List<BpmnFault> faultsIn(Element definitions, String file) {
        boolean hasAnswers = BpmnElement.allIn(definitions)
                .anyMatch(bpmnElement ->
                        bpmnElement.is("userTask") && bpmnElement.settings().containsKey("answers"));
        ExpressionCheck check = hasAnswers ? inEnrolmentWithAnswer : inEnrolment;
        CheckDependencies checkDependencies = provider.getObject();
        StepSettings settings = new StepSettings(definitions);
        List<Function<BpmnElement, Stream<String>>> checks = List.of(
                forbidden::faultsIn,
                bpmnElement -> expressionFaults(bpmnElement, check),
                new SettingCheck(settings, check, checkDependencies.addresses())::faultsIn,
                new ReferenceCheck(settings, checkDependencies)::faultsIn,
                new EventPropertyCheck(definitions)::faultsIn,
                new TimerCheck(checkDependencies.clock())::faultsIn);
        Stream<BpmnFault> elementFaults = BpmnElement.allIn(definitions)
                .flatMap(bpmnElement ->
                        checks.stream().flatMap(one -> one.apply(bpmnElement)).map(bpmnElement::fault));
        return Stream.of(
                        ProcessStructureCheck.faultsIn(definitions, file),
                        elementFaults,
                        new ControlFlowCheck(FlowGraph.of(definitions)).faults(),
                        new StepCompatibilityCheck(checkDependencies.versions()).faultsIn(definitions),
                        new MailPriorityCheck(checkDependencies.competitors()).faultsIn(definitions))
                .flatMap(faults -> faults)
                .toList();
    }

    /** Warnings, which do not stop a deployment; they are also kept in {@link DeploymentWarnings}. */
    List<BpmnFault> warningsIn(Element definitions, String file) {
        List<BpmnFault> warnings = StyleCheck.warningsIn(definitions);
        warnings.forEach(warning -> provider.getObject().warnings().add(file, warning));
        return warnings;
    }

    /** Checks all attributes and texts that the engine evaluates. */
    private Stream<String> expressionFaults(BpmnElement bpmnElement, ExpressionCheck check) {
        Stream<String> attributes = bpmnElement.is("property")
                ? Stream.empty()
                : bpmnElement
                        .attributes()
                        .filter(attribute -> !attribute.getKey().equals("delegateExpression"))
                        .filter(attribute -> !bpmnElement.isNeverEvaluated(attribute.getKey()))
                        .map(Map.Entry::getValue);
        Stream<String> text = bpmnElement.isNeverEvaluated()
                ? Stream.empty()
                : Stream.of(bpmnElement.element().getText().strip());
        return Stream.concat(attributes, text)
                .filter(ExpressionCheck::isExpression)
                .flatMap(expression -> check.faultsIn(expression).stream());
    }
}
