package org.postroad.decide.dmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroad.decide.Eligibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Eligibility by the decision table {@code offer-eligibility}. */
@Component
class DmnEligibility implements Eligibility {

    static final String TABLE = "offer-eligibility";
    private static final Logger log = LoggerFactory.getLogger(DmnEligibility.class);

    private final DeployedDecisionTables tables;

    DmnEligibility(DeployedDecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public Judgement judge(List<Case> cases) {
        if (cases.isEmpty()) {
            return new Judgement(null, List.of());
        }
        try {
            ParsedDecisionTable table = tables.latest(TABLE);
            return new Judgement(
                    table.name(),
                    cases.stream().map(each -> ruling(table, each)).toList());
        } catch (DecisionTableUnusable e) {
            log.error("{} Until then no offer is given.", e.getMessage());
            return new Judgement(null, cases.stream().map(each -> refused(e)).toList());
        }
    }

    private static Ruling ruling(ParsedDecisionTable table, Case offer) {
        return table.firstMatch(inputs(table, offer))
                .map(rule -> new Ruling(rule.flag("eligible"), rule.id(), rule.text("reason")))
                .orElseGet(() -> new Ruling(false, null, "no rule of " + table.name() + " fits"));
    }

    private static Ruling refused(DecisionTableUnusable why) {
        return new Ruling(false, null, why.getMessage());
    }

    private static Map<String, @Nullable Object> inputs(ParsedDecisionTable table, Case offer) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("kind", offer.kind());
        inputs.put("channel", offer.channel());
        inputs.put("mayMail", offer.mayMail());
        inputs.put("mails", offer.mails());
        inputs.put("offers", offer.offers());
        inputs.put("costShare", offer.costShare());
        inputs.put("orders", offer.orders());
        inputs.put("discountShare", offer.discountShare());
        OutlookInputs.put(inputs, table, offer.outlook());
        return inputs;
    }
}
