package org.postroad.journey.camunda.parse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.template.AskPerson;
import org.postroad.journey.template.AwaitEvent;
import org.postroad.journey.template.CallWebhook;
import org.postroad.journey.template.ChooseNextBestAction;
import org.postroad.journey.template.EntryRule;
import org.postroad.journey.template.GoalReached;
import org.postroad.journey.template.SendEmail;
import org.postroad.journey.template.Split;
import org.postroad.journey.template.UpdateProfile;

/**
 * Reads the settings that element templates write. They are read once for each version of a journey and kept with its
 * process definition; {@link #at} returns them at run time.
 */
public final class StepSettings {

    /** The property under which a process definition keeps its entry rule, and each activity its settings. */
    public static final String PROPERTY = "org.postroad.settings";

    public static final String SEND_EMAIL = "${sendEmail}";

    private static final Map<String, Function<Map<String, String>, Object>> BY_DELEGATE = Map.of(
            "${nextBestAction}",
            ChooseNextBestAction::of,
            SEND_EMAIL,
            SendEmail::of,
            "${updateProfile}",
            UpdateProfile::of,
            "${callWebhook}",
            CallWebhook::of);

    private static final Set<String> WAITS =
            Set.of("intermediateCatchEvent", "boundaryEvent", "receiveTask", "startEvent");

    private final Map<String, String> messages;
    private final Set<Element> startEvents;

    public StepSettings(Element definitions) {
        startEvents = definitions.elements("process").stream()
                .flatMap(process -> process.elements("startEvent").stream())
                .collect(Collectors.toSet());
        messages = definitions.elements("message").stream()
                .filter(message -> message.attribute("id") != null && message.attribute("name") != null)
                .collect(Collectors.toMap(m -> m.attribute("id"), m -> m.attribute("name"), (one, other) -> one));
    }

    /**
     * The settings of an element; empty if elements of its kind have none.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public Optional<Object> of(BpmnElement bpmnElement) {
        if (bpmnElement.is("startEvent") && startEvents.contains(bpmnElement.element())) {
            return message(bpmnElement)
                    .or(() -> Optional.of("")
                            .filter(manual -> !bpmnElement.settings().isEmpty()))
                    .map(type -> EntryRule.of(type, bpmnElement.settings()));
        }
        if (bpmnElement.is("userTask")) {
            return Optional.of(AskPerson.of(bpmnElement.settings()));
        }
        if (WAITS.contains(bpmnElement.element().getTagName()) && waitsForMessage(bpmnElement)) {
            return Optional.of(AwaitEvent.of(bpmnElement.settings()));
        }
        if (bpmnElement.is("exclusiveGateway") && Split.isConfiguredIn(bpmnElement.settings())) {
            return Optional.of(Split.of(bpmnElement.settings()));
        }
        if (bpmnElement.is("endEvent")) {
            return Optional.of(GoalReached.of(bpmnElement.settings()));
        }
        return bpmnElement
                .engineAttribute("delegateExpression")
                .map(BY_DELEGATE::get)
                .map(read -> read.apply(bpmnElement.settings()));
    }

    private static boolean waitsForMessage(BpmnElement bpmnElement) {
        return bpmnElement.is("receiveTask")
                || !bpmnElement.element().elements("messageEventDefinition").isEmpty();
    }

    /** The event type that a step waits for; empty if it waits for none. */
    public Optional<String> eventType(BpmnElement step) {
        return step.is("receiveTask") ? named(Stream.of(step.element())) : message(step);
    }

    /** The event type that an event on the diagram waits for. */
    private Optional<String> message(BpmnElement event) {
        return named(event.element().elements("messageEventDefinition").stream());
    }

    private Optional<String> named(Stream<Element> definitions) {
        return definitions
                .map(definition -> definition.attribute("messageRef"))
                .filter(reference -> reference != null)
                .map(reference -> reference.substring(reference.indexOf(':') + 1))
                .findFirst()
                .map(id -> messages.getOrDefault(id, ""));
    }

    /** The settings of the step where an execution is. */
    public static <T> T at(DelegateExecution execution, Class<T> kind) {
        return kind.cast(((ExecutionEntity) execution).getActivity().getProperty(PROPERTY));
    }
}
