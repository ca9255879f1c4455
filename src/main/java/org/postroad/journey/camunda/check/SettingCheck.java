package org.postroad.journey.camunda.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.journey.camunda.expression.ExpressionCheck;
import org.postroad.journey.camunda.parse.BestTimeWait;
import org.postroad.journey.camunda.parse.BpmnElement;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.template.AwaitEvent;
import org.postroad.journey.template.CallWebhook;
import org.postroad.journey.template.EntryRule;
import org.postroad.journey.template.Split;
import org.postroad.journey.template.UpdateProfile;
import org.postroad.journey.vocabulary.ExpressionVocabulary;
import org.postroad.webhook.WebhookAllowlist;

/** Checks the settings that element templates have written on the steps of one journey. */
final class SettingCheck {

    private static final ExpressionCheck AT_ENTRY = new ExpressionCheck(ExpressionVocabulary.AT_ENTRY);
    private static final ExpressionCheck IN_SEGMENT = new ExpressionCheck(ExpressionVocabulary.IN_SEGMENT);

    private final StepSettings settings;
    private final ExpressionCheck inEnrolment;
    private final WebhookAllowlist addresses;

    SettingCheck(StepSettings settings, ExpressionCheck inEnrolment, WebhookAllowlist addresses) {
        this.settings = settings;
        this.inEnrolment = inEnrolment;
        this.addresses = addresses;
    }

    /** The faults of an element, a sentence each. */
    Stream<String> faultsIn(BpmnElement bpmnElement) {
        return Stream.of(asyncBeforeFaults(bpmnElement), assigneeFaults(bpmnElement), settingFaults(bpmnElement))
                .flatMap(sentences -> sentences);
    }

    private static Stream<String> asyncBeforeFaults(BpmnElement bpmnElement) {
        boolean mails = bpmnElement
                .engineAttribute("delegateExpression")
                .filter(StepSettings.SEND_EMAIL::equals)
                .isPresent();
        return mails
                        && bpmnElement
                                .engineAttribute("asyncBefore")
                                .filter("true"::equals)
                                .isEmpty()
                ? Stream.of("a mail is ordered in a transaction of its own; tick 'Asynchronous before'.")
                : Stream.empty();
    }

    private static Stream<String> assigneeFaults(BpmnElement bpmnElement) {
        boolean hasAssignee = Stream.of("candidateGroups", "candidateUsers", "assignee")
                .anyMatch(name -> bpmnElement
                        .engineAttribute(name)
                        .filter(value -> !value.isBlank())
                        .isPresent());
        return bpmnElement.is("userTask") && !hasAssignee
                ? Stream.of("nobody is asked; say who may answer in 'Candidate groups', for example marketing.")
                : Stream.empty();
    }

    private Stream<String> settingFaults(BpmnElement bpmnElement) {
        try {
            return Stream.concat(
                    BestTimeWait.faultsIn(bpmnElement),
                    settings.of(bpmnElement).stream().flatMap(set -> faultsIn(set, bpmnElement)));
        } catch (IllegalArgumentException e) {
            return Stream.of(e.getMessage());
        }
    }

    private Stream<String> faultsIn(Object setting, BpmnElement bpmnElement) {
        if (setting instanceof EntryRule rule) {
            return Stream.concat(
                    faultsIn("condition", rule.condition(), AT_ENTRY),
                    faultsIn("audience", rule.audience(), IN_SEGMENT));
        }
        if (setting instanceof AwaitEvent wait) {
            return faultsIn("condition", wait.condition(), inEnrolment);
        }
        if (setting instanceof UpdateProfile update) {
            return valueFaults(update.value());
        }
        if (setting instanceof CallWebhook call) {
            return Stream.concat(
                    addressFaults(call.url()), call.body().values().stream().flatMap(this::valueFaults));
        }
        return setting instanceof Split split ? shareFaults(split, bpmnElement) : Stream.empty();
    }

    private Stream<String> valueFaults(String value) {
        return ExpressionCheck.isExpression(value) ? inEnrolment.faultsIn(value).stream() : Stream.empty();
    }

    private Stream<String> addressFaults(String url) {
        try {
            addresses.require(url);
            return Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.of("in setting 'url', " + e.getMessage());
        }
    }

    private static Stream<String> faultsIn(String setting, String expression, ExpressionCheck words) {
        if (expression.isEmpty()) {
            return Stream.empty();
        }
        return ExpressionCheck.isOneExpression(expression)
                ? words.faultsIn(expression).stream()
                : Stream.of("Setting '" + setting + "' is '" + expression + "'; write it as one expression, ${…}.");
    }

    private static Stream<String> shareFaults(Split split, BpmnElement gateway) {
        Set<String> drawn = gateway.element().elements("outgoing").stream()
                .map(flow -> flow.getText().strip())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shared =
                split.branches().stream().map(Split.SplitBranch::flow).collect(Collectors.toCollection(TreeSet::new));
        return drawn.equals(shared)
                ? Stream.empty()
                : Stream.of("Setting 'shares' names the flows " + String.join(", ", shared)
                        + ", but those that leave are " + String.join(", ", drawn) + ".");
    }
}
