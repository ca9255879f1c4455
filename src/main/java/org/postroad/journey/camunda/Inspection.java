package org.postroad.journey.camunda;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.AskAPerson;
import org.postroad.journey.EntryRule;
import org.postroad.journey.UpdateProfile;
import org.postroad.journey.Vocabulary;

/** Looks through a journey's file before it is deployed: a deployed model is code, so it must be harmless and right. */
final class Inspection {

    private final ForbiddenCode forbidden;
    private final ExpressionCheck onTheWay = new ExpressionCheck(Vocabulary.ON_THE_WAY);
    private final ExpressionCheck afterQuestions =
            new ExpressionCheck(Vocabulary.ON_THE_WAY, Set.of(AskAPerson.ANSWER));
    private final ExpressionCheck atEntry = new ExpressionCheck(Vocabulary.AT_ENTRY);

    Inspection(DelegateNames delegates) {
        this.forbidden = new ForbiddenCode(delegates);
    }

    /** All that is wrong, in the order of the file. */
    List<Fault> faultsIn(Element definitions, String file) {
        StepSettings settings = new StepSettings(definitions);
        boolean asks = Part.allIn(definitions)
                .anyMatch(part -> part.is("userTask") && part.settings().containsKey("answers"));
        ExpressionCheck check = asks ? afterQuestions : onTheWay;
        Stream<Fault> inParts = Part.allIn(definitions)
                .flatMap(part -> Stream.of(
                                forbidden.in(part),
                                expressionFaults(part, check),
                                settingFaults(part, settings, check),
                                nobodyIsAsked(part))
                        .flatMap(sentences -> sentences)
                        .map(part::fault));
        return Stream.concat(JourneyShape.faultsIn(definitions, file), inParts).toList();
    }

    /** Wherever the engine evaluates: any attribute and any text but names and what is written for people. */
    private Stream<String> expressionFaults(Part part, ExpressionCheck check) {
        Stream<String> attributes = part.is("property")
                ? Stream.empty()
                : part.attributes()
                        .filter(attribute -> !attribute.getKey().equals("delegateExpression"))
                        .filter(attribute -> !part.isForPeople(attribute.getKey()))
                        .map(Map.Entry::getValue);
        Stream<String> text = part.isForPeople()
                ? Stream.empty()
                : Stream.of(part.element().getText().strip());
        return Stream.concat(attributes, text)
                .filter(ExpressionCheck::isExpression)
                .flatMap(expression -> check.faultsIn(expression).stream());
    }

    private Stream<String> settingFaults(Part part, StepSettings settings, ExpressionCheck check) {
        if (part.engineAttribute("delegateExpression")
                        .filter(StepSettings.SEND_EMAIL::equals)
                        .isPresent()
                && part.engineAttribute("asyncBefore").filter("true"::equals).isEmpty()) {
            return Stream.of("a mail is ordered in a transaction of its own; tick 'Asynchronous before'.");
        }
        try {
            return settings.of(part).stream().flatMap(read -> settingFaults(read, check));
        } catch (IllegalArgumentException e) {
            return Stream.of(e.getMessage());
        }
    }

    private Stream<String> settingFaults(Object read, ExpressionCheck check) {
        if (read instanceof EntryRule rule) {
            return conditionFaults(rule);
        }
        return read instanceof UpdateProfile update ? valueFaults(update.value(), check) : Stream.empty();
    }

    private static Stream<String> valueFaults(String value, ExpressionCheck check) {
        return ExpressionCheck.isExpression(value) ? check.faultsIn(value).stream() : Stream.empty();
    }

    private static Stream<String> nobodyIsAsked(Part part) {
        boolean somebody = Stream.of("candidateGroups", "candidateUsers", "assignee")
                .anyMatch(name -> part.engineAttribute(name)
                        .filter(value -> !value.isBlank())
                        .isPresent());
        return part.is("userTask") && !somebody
                ? Stream.of("nobody is asked; say who may answer in 'Candidate groups', for example marketing.")
                : Stream.empty();
    }

    private Stream<String> conditionFaults(EntryRule rule) {
        if (rule.condition().isEmpty()) {
            return Stream.empty();
        }
        return ExpressionCheck.isOneExpression(rule.condition())
                ? atEntry.faultsIn(rule.condition()).stream()
                : Stream.of("Setting 'condition' is '" + rule.condition() + "'; write it as one expression, ${…}.");
    }
}
