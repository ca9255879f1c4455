package org.postroad.journey.camunda.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.customer.consent.Consent;
import org.postroad.journey.camunda.parse.BpmnElement;
import org.postroad.journey.camunda.parse.BpmnFault;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.template.EntryRule;

/** Requires a priority where two journeys start with the same event, so that it is known whose mail is sent first. */
final class MailPriorityCheck {

    private final CompetingJourneys competingJourneys;

    MailPriorityCheck(CompetingJourneys competingJourneys) {
        this.competingJourneys = competingJourneys;
    }

    Stream<BpmnFault> faultsIn(Element definitions) {
        StepSettings settings = new StepSettings(definitions);
        List<BpmnElement> elements = BpmnElement.allIn(definitions)
                .filter(bpmnElement -> bpmnElement.element() == bpmnElement.step())
                .toList();
        if (elements.stream().noneMatch(MailPriorityCheck::mailsWithoutPriority)) {
            return Stream.empty();
        }
        return definitions.elements("process").stream()
                .flatMap(process -> elements.stream()
                        .filter(bpmnElement -> bpmnElement.is("startEvent"))
                        .flatMap(start -> faults(start, process.attribute("id"), settings)));
    }

    private static boolean mailsWithoutPriority(BpmnElement bpmnElement) {
        return bpmnElement
                        .engineAttribute("delegateExpression")
                        .filter(StepSettings.SEND_EMAIL::equals)
                        .isPresent()
                && !bpmnElement.settings().containsKey("priority")
                && !Consent.SERVICE.equals(bpmnElement.settings().get("topic"));
    }

    private Stream<BpmnFault> faults(BpmnElement start, String journey, StepSettings settings) {
        try {
            return settings
                    .of(start)
                    .filter(EntryRule.class::isInstance)
                    .map(rule -> ((EntryRule) rule).eventType())
                    .filter(eventType -> !eventType.isEmpty()) // an audience has none
                    .map(eventType -> competingJourneys.unrankedOf(journey, eventType))
                    .filter(others -> !others.isEmpty())
                    .map(others -> start.fault(sentence(others)))
                    .stream();
        } catch (IllegalArgumentException e) {
            return Stream.empty(); // reported by SettingCheck
        }
    }

    private static String sentence(Set<String> others) {
        return "begins with the same event as " + String.join(", ", new TreeSet<>(others))
                + "; say whose mail goes first: name this journey in the table journey-priority, or give each of its mails a"
                + " priority.";
    }
}
