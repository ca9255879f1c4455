package org.postroad.decide.sendtime;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroad.customer.profile.PastMail;
import org.postroad.customer.profile.Profiles;
import org.postroad.model.ModelSwitch;
import org.postroad.predict.sendtime.SendTimes;
import org.springframework.stereotype.Component;

/**
 * What mails to a customer bring by the time of the week; remembered until a mail was sent or answered, the time zone changed,
 * or what is known of all was renewed. For the customers who were asked for last, some ten megabytes.
 */
@Component
class CustomerSendTimes {

    private static final int REMEMBERED = 2_000;

    private final Profiles profiles;
    private final ModelSwitch modelSwitch;
    private final PopulationSendTimes population;
    private final Map<String, Remembered> remembered = Collections.synchronizedMap(new Latest());

    CustomerSendTimes(Profiles profiles, ModelSwitch modelSwitch, PopulationSendTimes population) {
        this.profiles = profiles;
        this.modelSwitch = modelSwitch;
        this.population = population;
    }

    Remembered of(String customerId, ZoneId zone) {
        KnownPopulation everybody = population.current();
        List<PastMail> mails = modelSwitch.isStopped(SendTimeReport.MODEL)
                ? List.of() // then everybody's rates decide
                : profiles.of(customerId).recentMails();
        Remembered known = remembered.get(customerId);
        if (known == null || !known.restsOn(everybody, mails, zone)) {
            known = new Remembered(everybody, mails, zone, compute(everybody, mails, zone));
            remembered.put(customerId, known);
        }
        return known;
    }

    /** A mail counts as waiting until the latest moment that is known anyway, so that it does not matter when one asks. */
    private static SendTimes compute(KnownPopulation everybody, List<PastMail> mails, ZoneId zone) {
        Instant until = mails.stream()
                .flatMap(mail -> Stream.of(mail.sentAt(), mail.respondedAt()))
                .flatMap(Optional::stream)
                .reduce(everybody.learnedAt(), (one, other) -> other.isAfter(one) ? other : one);
        return everybody.model().of(PopulationSendTimes.traces(mails, until, zone));
    }

    record Remembered(KnownPopulation everybody, List<PastMail> mails, ZoneId zone, SendTimes times) {

        boolean restsOn(KnownPopulation otherEverybody, List<PastMail> otherMails, ZoneId otherZone) {
            return everybody == otherEverybody && zone.equals(otherZone) && mails.equals(otherMails);
        }
    }

    private static final class Latest extends LinkedHashMap<String, Remembered> {

        private static final long serialVersionUID = 1L;

        private Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > REMEMBERED;
        }
    }
}
