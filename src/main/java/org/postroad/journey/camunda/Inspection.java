package org.postroad.journey.camunda;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.AskAPerson;
import org.postroad.journey.Vocabulary;
import org.postroad.webhook.WebhookAddresses;

/** Looks through a journey's file before it is deployed: a deployed model is code, so it must be harmless and right. */
final class Inspection {

    private final ForbiddenCode forbidden;
    private final WebhookAddresses addresses;
    private final ExpressionCheck onTheWay = new ExpressionCheck(Vocabulary.ON_THE_WAY);
    private final ExpressionCheck afterQuestions =
            new ExpressionCheck(Vocabulary.ON_THE_WAY, Set.of(AskAPerson.ANSWER));

    Inspection(DelegateNames delegates, WebhookAddresses addresses) {
        this.addresses = addresses;
        this.forbidden = new ForbiddenCode(delegates);
    }

    /** All that is wrong, in the order of the file. */
    List<Fault> faultsIn(Element definitions, String file) {
        boolean asks = Part.allIn(definitions)
                .anyMatch(part -> part.is("userTask") && part.settings().containsKey("answers"));
        ExpressionCheck check = asks ? afterQuestions : onTheWay;
        SettingCheck settings = new SettingCheck(new StepSettings(definitions), check, addresses);
        Stream<Fault> inParts = Part.allIn(definitions)
                .flatMap(part -> Stream.of(forbidden.in(part), expressionFaults(part, check), settings.faultsIn(part))
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
}
