package org.postroad.decide.sendtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.PastMail;
import org.postroad.customer.profile.Profile;
import org.postroad.customer.profile.Profiles;
import org.postroad.predict.sendtime.MailTrace;
import org.postroad.predict.sendtime.SendTimeTraining;
import org.postroad.time.Learned;
import org.postroad.time.RehearsalMode.ClockReset;
import org.postroad.time.TimeSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When customers in general respond: learned from a sample of profiles, once a day. */
@Component
class PopulationSendTimes {

    private static final int SAMPLE_SIZE = 500;
    private static final Duration MAX_AGE = Duration.ofDays(1);

    private final Customers customers;
    private final Profiles profiles;
    private final Learned<KnownPopulation> learned;

    PopulationSendTimes(Clock clock, Customers customers, Profiles profiles, TimeSettings time) {
        this.customers = customers;
        this.profiles = profiles;
        this.learned = new Learned<>(
                "When customers respond", KnownPopulation.UNKNOWN, this::learn, known -> MAX_AGE, clock, time);
    }

    KnownPopulation current() {
        return learned.get();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        learned.begin();
    }

    /** Learns now. */
    void refresh() {
        learned.refresh();
    }

    @EventListener(ClockReset.class)
    void discard() {
        learned.discard();
    }

    private KnownPopulation learn(Instant now) {
        Map<String, Profile> sample = profiles.sample(SAMPLE_SIZE, now.toString());
        Map<String, Customer> known = customers.findAll(sample.keySet());
        List<List<MailTrace>> mails = new ArrayList<>();
        sample.forEach((id, profile) ->
                mails.add(traces(profile.recentMails(), now, zone(Optional.ofNullable(known.get(id))))));
        mails.removeIf(List::isEmpty);
        return new KnownPopulation(SendTimeTraining.fit(mails), mails.size(), now);
    }

    static ZoneId zone(Optional<Customer> customer) {
        return customer.map(Customer::timeZone).orElse(ZoneOffset.UTC);
    }

    static List<MailTrace> traces(List<PastMail> mails, Instant now, ZoneId zone) {
        return mails.stream()
                .flatMap(mail -> MailTrace.of(mail.sentAt(), mail.respondedAt(), now, zone).stream())
                .toList();
    }
}
