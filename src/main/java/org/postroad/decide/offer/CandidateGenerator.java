package org.postroad.decide.offer;

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
import org.postroad.customer.consent.MailPermissions;
import org.postroad.decide.DecisionRequest;
import org.postroad.decide.Eligibility;
import org.postroad.decide.Eligibility.Judgement;
import org.postroad.decide.Evidence;
import org.postroad.feature.Deal;
import org.postroad.feature.DecisionContext;
import org.postroad.feature.Features;
import org.springframework.stereotype.Component;

/** What could be done in a slot, and which of it the business rules allow. */
@Component
class CandidateGenerator {

    private static final Duration RECENTLY = Duration.ofDays(28);

    private final Catalog catalog;
    private final Eligibility eligibility;
    private final MailPermissions mailPermissions;
    private final JdbcDecisions decisions;

    CandidateGenerator(
            Catalog catalog, Eligibility eligibility, MailPermissions mailPermissions, JdbcDecisions decisions) {
        this.catalog = catalog;
        this.eligibility = eligibility;
        this.mailPermissions = mailPermissions;
        this.decisions = decisions;
    }

    /** "Nothing" and every offer of the slot, each with its ruling. */
    CandidateSet generate(DecisionRequest decisionRequest, DecisionContext decisionContext) {
        List<Offer> offers = catalog.offersFor(decisionRequest.slot());
        Judgement judgement = eligibility.judge(cases(offers, decisionRequest, decisionContext));
        List<OfferCandidate> options = new ArrayList<>(List.of(option(Optional.empty(), decisionContext, null)));
        IntStream.range(0, offers.size())
                .mapToObj(i -> option(
                        Optional.of(offers.get(i)),
                        decisionContext,
                        judgement.rulings().get(i)))
                .forEach(options::add);
        return new CandidateSet(options, judgement.table());
    }

    private List<Eligibility.Case> cases(
            List<Offer> offers, DecisionRequest decisionRequest, DecisionContext decisionContext) {
        if (offers.isEmpty()) {
            return List.of();
        }
        String customer = decisionRequest.customerId();
        String channel = decisionRequest.journey() == null ? "web" : "mail";
        boolean mayMail =
                mailPermissions.toMail(customer, Consent.MARKETING) instanceof MailPermissions.MailPermission.Granted;
        long given = decisions.offersGiven(customer, decisionContext.at().minus(RECENTLY));
        return offers.stream()
                .map(offer -> new Eligibility.Case(
                        offer.kind().name().toLowerCase(Locale.ROOT),
                        channel,
                        mayMail,
                        decisionContext.recentMails(),
                        given,
                        costShare(new Deal(Optional.of(offer), decisionContext.focus())),
                        decisionContext.profile().orders(),
                        known(decisionContext.profile().discountShare(decisionContext.at()))))
                .toList();
    }

    private static @Nullable Double costShare(Deal deal) {
        return deal.margin() > 0 ? known(deal.cost() / deal.margin()) : null;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static OfferCandidate option(
            Optional<Offer> offer, DecisionContext decisionContext, Eligibility.@Nullable Ruling ruling) {
        return new OfferCandidate(offer, Features.vector(decisionContext, offer), ruling, null);
    }

    /**
     * The options of one question.
     *
     * @param table the rules that judged; null if there was nothing to judge
     */
    record CandidateSet(List<OfferCandidate> all, @Nullable String table) {

        OfferCandidate nothing() {
            return all.get(0);
        }

        List<OfferCandidate> eligible() {
            return all.stream().filter(OfferCandidate::eligible).toList();
        }

        CandidateSet scored(IncrementalMarginScorer incrementalMarginScorer, DecisionContext decisionContext) {
            return new CandidateSet(incrementalMarginScorer.score(all, decisionContext), table);
        }

        /** The option of this offer, or "nothing". */
        OfferCandidate candidateFor(Optional<Offer> offer) {
            return all.stream()
                    .filter(offerCandidate -> offerCandidate.offer().equals(offer))
                    .findFirst()
                    .orElse(nothing());
        }

        Stream<Evidence.Candidate> evidence() {
            return all.stream().map(OfferCandidate::evidence);
        }
    }
}
