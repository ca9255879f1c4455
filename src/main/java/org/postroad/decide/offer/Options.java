package org.postroad.decide.offer;

import org.postroad.decide.Eligibility;
import org.postroad.decide.Question;
import org.postroad.decide.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.customer.consent.Consent;
import org.postroad.customer.consent.Permissions;
import org.postroad.decide.Eligibility.Judgement;
import org.postroad.feature.Deal;
import org.postroad.feature.Features;
import org.postroad.feature.Situation;
import org.springframework.stereotype.Component;

/** What could be done in a slot, and which of it the business rules allow. */
@Component
class Options {

    private static final Duration RECENTLY = Duration.ofDays(28);

    private final Catalog catalog;
    private final Eligibility eligibility;
    private final Permissions permissions;
    private final RecordedDecisions decisions;

    Options(Catalog catalog, Eligibility eligibility, Permissions permissions, RecordedDecisions decisions) {
        this.catalog = catalog;
        this.eligibility = eligibility;
        this.permissions = permissions;
        this.decisions = decisions;
    }

    /** "Nothing" and every offer of the slot, each with its ruling. */
    Judged judged(Question question, Situation situation) {
        List<Offer> offers = catalog.offersFor(question.slot());
        Judgement judgement = eligibility.judge(cases(offers, question, situation));
        List<Option> options = new ArrayList<>(List.of(option(Optional.empty(), situation, null)));
        IntStream.range(0, offers.size())
                .mapToObj(i -> option(
                        Optional.of(offers.get(i)),
                        situation,
                        judgement.rulings().get(i)))
                .forEach(options::add);
        return new Judged(options, judgement.table());
    }

    private List<Eligibility.Case> cases(List<Offer> offers, Question question, Situation situation) {
        if (offers.isEmpty()) {
            return List.of();
        }
        String customer = question.customerId();
        String channel = question.journey() == null ? "web" : "mail";
        boolean mayMail = permissions.toMail(customer, Consent.MARKETING) instanceof Permissions.Permission.Granted;
        long given = decisions.offersGiven(customer, situation.at().minus(RECENTLY));
        return offers.stream()
                .map(offer -> new Eligibility.Case(
                        offer.kind().name().toLowerCase(Locale.ROOT),
                        channel,
                        mayMail,
                        situation.recentMails(),
                        given,
                        costShare(new Deal(Optional.of(offer), situation.focus())),
                        situation.profile().orders(),
                        known(situation.profile().discountShare(situation.at()))))
                .toList();
    }

    private static @Nullable Double costShare(Deal deal) {
        return deal.margin() > 0 ? known(deal.cost() / deal.margin()) : null;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static Option option(Optional<Offer> offer, Situation situation, Eligibility.@Nullable Ruling ruling) {
        return new Option(offer, Features.vector(situation, offer), ruling, null);
    }

    /**
     * The options of one question.
     *
     * @param table the rules that judged; null if there was nothing to judge
     */
    record Judged(List<Option> all, @Nullable String table) {

        Option nothing() {
            return all.get(0);
        }

        List<Option> eligible() {
            return all.stream().filter(Option::eligible).toList();
        }

        Judged scored(Scorer scorer, Situation situation) {
            return new Judged(scorer.score(all, situation), table);
        }

        /** The option of this offer, or "nothing". */
        Option of(Optional<Offer> offer) {
            return all.stream()
                    .filter(option -> option.offer().equals(offer))
                    .findFirst()
                    .orElse(nothing());
        }

        Stream<Evidence.Candidate> evidence() {
            return all.stream().map(Option::evidence);
        }
    }
}
