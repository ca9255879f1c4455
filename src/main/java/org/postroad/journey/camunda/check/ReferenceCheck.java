package org.postroad.journey.camunda.check;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postroad.journey.camunda.parse.BpmnElement;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.template.SendEmail;

/** Checks that the contents, offers and products that a journey names exist, and that its mails have a topic. */
final class ReferenceCheck {

    /** {@code decision.action == 'free-shipping'}, either way round. */
    private static final Pattern OFFER = Pattern.compile(
            "decision\\.action\\s*(?:==|!=|eq|ne)\\s*'([^']*)'|'([^']*)'\\s*(?:==|!=|eq|ne)\\s*decision\\.action");

    /** {@code customer.nextPurchase('fuel-1')}. */
    private static final Pattern PRODUCT =
            Pattern.compile("customer\\.(?:nextPurchase|repurchaseProbability)\\s*\\(\\s*'([^']*)'");

    private static final String NOTHING = "nothing";

    private final StepSettings settings;
    private final CheckDependencies dependencies;

    ReferenceCheck(StepSettings settings, CheckDependencies dependencies) {
        this.settings = settings;
        this.dependencies = dependencies;
    }

    Stream<String> faultsIn(BpmnElement bpmnElement) {
        return Stream.of(
                        contentFaults(bpmnElement),
                        topicFaults(bpmnElement),
                        offerFaults(bpmnElement),
                        productFaults(bpmnElement))
                .flatMap(faults -> faults);
    }

    private Stream<String> contentFaults(BpmnElement bpmnElement) {
        return mail(bpmnElement).stream()
                .flatMap(mail -> dependencies.mailing().faultsIn(mail.content()).stream()
                        .map(fault -> "its content '" + mail.content() + "' cannot be used: " + fault + "."));
    }

    /** A mail without a topic would be sent under a consent that nobody chose. */
    private Stream<String> topicFaults(BpmnElement bpmnElement) {
        return mail(bpmnElement).isPresent() && !bpmnElement.settings().containsKey("topic")
                ? Stream.of("Setting 'topic' is missing; say which consent it needs, for example marketing.")
                : Stream.empty();
    }

    private Optional<SendEmail> mail(BpmnElement bpmnElement) {
        try {
            return bpmnElement.element() == bpmnElement.step()
                    ? settings.of(bpmnElement)
                            .filter(SendEmail.class::isInstance)
                            .map(SendEmail.class::cast)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // reported by SettingCheck
        }
    }

    private Stream<String> offerFaults(BpmnElement bpmnElement) {
        String expression = expression(bpmnElement);
        return OFFER.matcher(expression)
                .results()
                .map(ReferenceCheck::id)
                .filter(id -> !id.equals(NOTHING))
                .filter(id -> !dependencies.offers().has(id))
                .map(id -> "in " + expression.strip() + ", there is no offer '" + id
                        + "'; tell of it with PUT /api/offers/" + id + " first.");
    }

    private Stream<String> productFaults(BpmnElement bpmnElement) {
        String expression = expression(bpmnElement);
        return PRODUCT.matcher(expression)
                .results()
                .map(found -> found.group(1))
                .filter(id -> !dependencies.products().has(id))
                .map(id -> "in " + expression.strip() + ", there is no product '" + id
                        + "'; tell of it with PUT /api/products/" + id + " first.");
    }

    private static String expression(BpmnElement bpmnElement) {
        return bpmnElement.is("property")
                ? String.valueOf(bpmnElement.element().attribute("value"))
                : bpmnElement.element().getText();
    }

    private static String id(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
