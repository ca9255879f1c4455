package org.postroad.decide;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.customer.Customers;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Decisions over REST: explains a recorded one, and makes one for web and app. */
@RestController
@Tag(name = "decision-api")
class DecisionController {

    private final NextBestAction nextBestAction;
    private final Decisions decisions;
    private final Customers customers;
    private final Catalog catalog;

    DecisionController(NextBestAction nextBestAction, Decisions decisions, Customers customers, Catalog catalog) {
        this.nextBestAction = nextBestAction;
        this.decisions = decisions;
        this.customers = customers;
        this.catalog = catalog;
    }

    @GetMapping("/api/decisions/{id}")
    Explained explain(@PathVariable UUID id) {
        return decisions
                .find(id)
                .map(decision -> Explained.of(decision, decisions.contributions(decision)))
                .orElseThrow(() -> notFound("There is no decision " + id + "."));
    }

    /** Records the decision as well, so that it can be explained and learned from like any other. */
    @Transactional
    @GetMapping("/api/customers/{id}/next-best-action")
    Explained decide(
            @PathVariable String id,
            @RequestParam String slot,
            @RequestParam(defaultValue = "") List<String> productId) {
        if (customers.find(id).isEmpty()) {
            throw notFound("There is no customer '" + id + "'.");
        }
        if (catalog.offersFor(slot).isEmpty()) {
            throw notFound("No offer may be given in the slot '" + slot
                    + "'. An offer names its slots: see PUT /api/offers/{id}.");
        }
        Decision decision = nextBestAction.decide(new DecisionRequest(id, slot, null, null, null, false, productId));
        return Explained.of(decision, Map.of());
    }

    private static ResponseStatusException notFound(String reason) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
    }

    /** @param contributions in log-odds; empty if no model scored, or if that version of it is no longer in use */
    record Explained(
            UUID id,
            String customerId,
            String slot,
            Instant decidedAt,
            String action,
            @Nullable Offer offer,
            boolean holdout,
            double propensity,
            Evidence evidence,
            Map<String, Double> contributions) {

        static Explained of(Decision decision, Map<String, Double> contributions) {
            return new Explained(
                    decision.id(),
                    decision.customerId(),
                    decision.slot(),
                    decision.decidedAt(),
                    decision.action(),
                    decision.offer().orElse(null),
                    decision.holdout(),
                    decision.propensity(),
                    decision.evidence(),
                    contributions);
        }
    }
}
