package org.postroad.customer.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postroad.event.Event;

/**
 * The latest mails to a customer and the latest responses to mails, at most {@value #MOST} each, so that the memory is bounded
 * however many events there are. The order in which they are added does not matter: responses are matched with mails when
 * asked for.
 *
 * <p>Stored as numbers, a mark each: the minute since 1970 times 2^16, plus 16 bits of a hash of the message's id; 0 for no id.
 */
final class RecentMails {

    static final int MOST = 48;

    /** A response without a message's id is to the latest mail, unless that is older. */
    private static final long ANSWERED_WITHIN = Duration.ofDays(7).toMinutes();

    /** Opening and clicking a mail of which the sending is not known is one response. */
    private static final long SAME_READING = 60;

    private static final int ID_BITS = 16;

    private final TreeSet<Long> sent = new TreeSet<>();
    private final TreeSet<Long> responses = new TreeSet<>();

    static RecentMails of(Collection<Long> sent, Collection<Long> responses) {
        RecentMails mails = new RecentMails();
        mails.sent.addAll(sent);
        mails.responses.addAll(responses);
        return mails;
    }

    void sent(Event event) {
        add(sent, event);
    }

    void responded(Event event) {
        add(responses, event);
    }

    private static void add(TreeSet<Long> latest, Event event) {
        int id = event.text("messageId")
                .map(text -> Math.floorMod(text.hashCode(), (1 << ID_BITS) - 1) + 1)
                .orElse(0);
        latest.add((Math.floorDiv(event.occurredAt().getEpochSecond(), 60L) << ID_BITS) | id);
        if (latest.size() > MOST) {
            latest.pollFirst();
        }
    }

    Collection<Long> sentMarks() {
        return sent;
    }

    Collection<Long> responseMarks() {
        return responses;
    }

    /** Oldest first. */
    List<PastMail> mails() {
        Map<Long, Long> byId = new HashMap<>();
        sent.stream().filter(mark -> id(mark) != 0).forEach(mark -> byId.put(id(mark), mark));
        TreeMap<Long, Optional<Instant>> answers = new TreeMap<>();
        sent.forEach(mark -> answers.put(mark, Optional.empty()));
        List<PastMail> unknown = new ArrayList<>();
        long lastUnknown = Long.MIN_VALUE / 2;
        for (long response : responses) {
            Optional<Long> mail = mailOf(response, byId);
            if (mail.isPresent()) {
                answers.computeIfPresent(
                        mail.get(), (mark, first) -> Optional.of(first.orElseGet(() -> instant(response))));
            } else if (minute(response) - lastUnknown > SAME_READING) {
                unknown.add(new PastMail(Optional.empty(), Optional.of(instant(response))));
                lastUnknown = minute(response);
            }
        }
        List<PastMail> mails = new ArrayList<>(unknown);
        answers.forEach((mark, answer) -> mails.add(new PastMail(Optional.of(instant(mark)), answer)));
        return mails;
    }

    private Optional<Long> mailOf(long response, Map<Long, Long> byId) {
        if (id(response) != 0) {
            return Optional.ofNullable(byId.get(id(response))).filter(mark -> minute(mark) <= minute(response));
        }
        return Optional.ofNullable(sent.floor(((minute(response) + 1) << ID_BITS) - 1))
                .filter(mark -> minute(response) - minute(mark) <= ANSWERED_WITHIN);
    }

    private static long id(long mark) {
        return mark & ((1 << ID_BITS) - 1);
    }

    private static long minute(long mark) {
        return mark >> ID_BITS;
    }

    private static Instant instant(long mark) {
        return Instant.ofEpochSecond(60 * minute(mark));
    }
}
