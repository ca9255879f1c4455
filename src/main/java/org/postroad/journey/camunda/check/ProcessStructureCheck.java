package org.postroad.journey.camunda.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.camunda.parse.BpmnElement;
import org.postroad.journey.camunda.parse.BpmnFault;

/** Requires of a BPMN file one executable process, named as the file, with one start event for customers. */
final class ProcessStructureCheck {

    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Set<String> OTHER_STARTS =
            Set.of("timerEventDefinition", "signalEventDefinition", "conditionalEventDefinition");

    private ProcessStructureCheck() {}

    static Stream<BpmnFault> faultsIn(Element definitions, String file) {
        List<Element> processes = definitions.elements("process").stream()
                .filter(process -> "true".equals(process.attribute("isExecutable")))
                .toList();
        Stream<BpmnFault> faults = processes.size() == 1
                ? faultsIn(element(processes.get(0)), file)
                : Stream.of(element(definitions)
                        .fault("holds " + processes.size()
                                + " executable processes; a journey's file holds one, with 'Executable' ticked."));
        return Stream.concat(faults, messageFaults(definitions));
    }

    private static Stream<BpmnFault> faultsIn(BpmnElement process, String file) {
        List<BpmnElement> starts = process.element().elements("startEvent").stream()
                .map(ProcessStructureCheck::element)
                .toList();
        return Stream.of(nameFaults(process, file), startCountFaults(process, starts), startKindFaults(starts))
                .flatMap(faults -> faults);
    }

    private static Stream<BpmnFault> nameFaults(BpmnElement process, String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                .replaceFirst("\\.bpmn(20\\.xml)?$", "");
        return name.equals(process.stepId())
                ? Stream.empty()
                : Stream.of(process.fault("its id differs from the file's name '" + name
                        + "'; a journey's file is named as its process, so rename one of them."));
    }

    private static Stream<BpmnFault> startCountFaults(BpmnElement process, List<BpmnElement> starts) {
        return starts.size() == 1
                ? Stream.empty()
                : Stream.of(process.fault("has " + starts.size() + " start events; a journey begins with one."));
    }

    private static Stream<BpmnFault> startKindFaults(List<BpmnElement> starts) {
        return starts.stream()
                .filter(start -> start.element().elements().stream()
                        .anyMatch(child -> OTHER_STARTS.contains(child.getTagName())))
                .map(
                        start -> start.fault(
                                "a customer enters by an event; make it a message start event, or a plain one to enter by hand."));
    }

    private static Stream<BpmnFault> messageFaults(Element definitions) {
        return definitions.elements("message").stream()
                .filter(message -> message.attribute("name") == null
                        || !EVENT_TYPE.matcher(message.attribute("name")).matches())
                .map(
                        message -> element(message)
                                .fault(
                                        "its name '" + message.attribute("name")
                                                + "' is no event type; write it in the past tense and snake_case, for example product_viewed."));
    }

    private static BpmnElement element(Element element) {
        return new BpmnElement(element, element);
    }
}
