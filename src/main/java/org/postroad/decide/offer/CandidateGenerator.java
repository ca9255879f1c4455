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
import org.postroad.decide.Outlook;
import org.postroad.decide.Outlooks;
import org.postroad.feature.Deal;
import org.postroad.feature.DecisionContext;
import org.postroad.feature.Features;
import org.postroad.predict.serving.Predictions;
import org.springframework.stereotype.Component;

/** Generates the candidates of a request: the offers of its slot and "nothing", each with its eligibility. */
@Component
class CandidateGenerator {

    private static final Duration FATIGUE_PERIOD = Duration.ofDays(28);

    private final Catalog catalog;
    private final Eligibility eligibility;
    private final MailPermissions mailPermissions;
    private final JdbcDecisions decisions;
    private final Predictions predictions;
    private final Outlooks outlooks;

    CandidateGenerator(
            Catalog catalog,
            Eligibility eligibility,
            MailPermissions mailPermissions,
            JdbcDecisions decisions,
            Predictions predictions,
            Outlooks outlooks) {
        this.catalog = catalog;
        this.eligibility = eligibility;
        this.mailPermissions = mailPermissions;
        this.decisions = decisions;
        this.predictions = predictions;
        this.outlooks = outlooks;
    }

    /** "Nothing" first, then every offer of the slot. */
    CandidateSet generate(DecisionRequest request, DecisionContext context) {
        List<Offer> offers = catalog.offersFor(request.slot());
        Judgement judgement = eligibility.judge(cases(offers, request, context));
        List<OfferCandidate> candidates = new ArrayList<>(List.of(candidate(Optional.empty(), context, null)));
        IntStream.range(0, offers.size())
                .mapToObj(i -> candidate(
                        Optional.of(offers.get(i)), context, judgement.rulings().get(i)))
                .forEach(candidates::add);
        return new CandidateSet(candidates, judgement.table());
    }

    private List<Eligibility.Case> cases(List<Offer> offers, DecisionRequest request, DecisionContext context) {
        if (offers.isEmpty()) {
            return List.of();
        }
        String customer = request.customerId();
        String channel = request.journey() == null ? "web" : "mail";
        boolean mayMail =
                mailPermissions.toMail(customer, Consent.MARKETING) instanceof MailPermissions.MailPermission.Granted;
        long given = decisions.offersGiven(customer, context.at().minus(FATIGUE_PERIOD));
        Outlook outlook = outlook(customer);
        return offers.stream()
                .map(offer -> new Eligibility.Case(
                        offer.kind().name().toLowerCase(Locale.ROOT),
                        channel,
                        mayMail,
                        context.recentMails(),
                        given,
                        costShare(new Deal(Optional.of(offer), context.focus())),
                        context.profile().orders(),
                        known(context.profile().discountShare(context.at())),
                        outlook))
                .toList();
    }

    private Outlook outlook(String customer) {
        return outlooks.of(customer, () -> predictions.of(customer));
    }

    private static @Nullable Double costShare(Deal deal) {
        return deal.margin() > 0 ? known(deal.cost() / deal.margin()) : null;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static OfferCandidate candidate(
            Optional<Offer> offer, DecisionContext context, Eligibility.@Nullable Ruling ruling) {
        return new OfferCandidate(offer, Features.vector(context, offer), ruling, null);
    }

    /**
     * The candidates of a request.
     *
     * @param table name and version of the eligibility rules; null if there was no offer to judge
     */
    record CandidateSet(List<OfferCandidate> all, @Nullable String table) {

        OfferCandidate nothing() {
            return all.get(0);
        }

        List<OfferCandidate> eligible() {
            return all.stream().filter(OfferCandidate::eligible).toList();
        }

        CandidateSet scored(IncrementalMarginScorer scorer, DecisionContext context) {
            return new CandidateSet(scorer.score(all, context), table);
        }

        /** The candidate of this offer; "nothing" if there is none. */
        OfferCandidate candidateFor(Optional<Offer> offer) {
            return all.stream()
                    .filter(candidate -> candidate.offer().equals(offer))
                    .findFirst()
                    .orElse(nothing());
        }

        Stream<Evidence.Candidate> evidence() {
            return all.stream().map(OfferCandidate::evidence);
        }
    }
}
