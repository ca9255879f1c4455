package org.postroad.journey.vocabulary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.Customer;
import org.postroad.customer.consent.Consent;
import org.postroad.customer.profile.Profile;
import org.postroad.event.Event;
import org.postroad.predict.serving.CustomerPrediction;
import org.springframework.util.function.SingletonSupplier;

/** {@code customer}: the customer of an enrolment. */
@ExpressionDoc("The customer of this enrolment. A period counts back from now in the customer's time zone.")
public final class CustomerWord implements Word {

    private final String id;
    private final Supplier<Optional<Customer>> known;
    private final Supplier<Profile> profile;
    private final CustomerSources customerSources;
    private final RecentPeriods periods;
    private final Supplier<CustomerPrediction> prediction;
    private final PredictedPurchases predicted;
    private final Validity validity;

    /**
     * Calls each supplier at most once, when an expression first needs it.
     *
     * @param validity is told until when the values that are used stay as they are
     */
    CustomerWord(
            String id,
            Supplier<Optional<Customer>> known,
            Supplier<Profile> profile,
            Supplier<CustomerPrediction> prediction,
            CustomerSources customerSources,
            Validity validity) {
        this.id = id;
        this.known = SingletonSupplier.of(known);
        this.profile = SingletonSupplier.of(profile);
        this.customerSources = customerSources;
        Supplier<ZonedDateTime> now = () -> now().atZone(zone());
        this.periods = new RecentPeriods(now, validity);
        this.prediction = SingletonSupplier.of(prediction);
        this.predicted = new PredictedPurchases(this.prediction, now, validity);
        this.validity = validity;
    }

    static CustomerWord of(String id, CustomerSources customerSources) {
        return new CustomerWord(
                id,
                () -> customerSources.customers().find(id),
                () -> customerSources.profiles().of(id),
                () -> customerSources.predictions().of(id),
                customerSources,
                new Validity());
    }

    @ExpressionDoc("The shop's own id of the customer.")
    public String id() {
        return id;
    }

    @ExpressionDoc("Language and country, such as en-GB; empty if unknown.")
    public @Nullable String locale() {
        return known().map(Customer::locale).orElse(null);
    }

    @ExpressionDoc(
            value = "An attribute of the customer, as the shop sent it; empty if it is not known.",
            example = "${customer.attribute('role') == 'buyer'}")
    public @Nullable Object attribute(@Nullable String name) {
        return name == null
                ? null
                : known().map(customer -> customer.attributes().get(name)).orElse(null);
    }

    /** An attribute that is a day of the year; empty if it is not known, or cannot be read, which is logged once. */
    Optional<MonthDay> monthDay(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(IsoDateTimes.monthDay(attribute(name)));
        } catch (IllegalArgumentException e) {
            UnreadableAttributes.warnOnce(name, "a day, written like 1987-05-14 or --05-14");
            return Optional.empty();
        }
    }

    @ExpressionDoc(value = "Whether that attribute is known.", example = "${customer.has('birthday')}")
    public boolean has(@Nullable String name) {
        Object value = attribute(name);
        return value != null && !value.toString().isBlank();
    }

    @ExpressionDoc(value = "Whether we may write about that topic.", example = "${customer.subscribedTo('digest')}")
    public boolean subscribedTo(@Nullable String topic) {
        return topic != null
                && known().map(customer -> customer.consents().get(topic))
                        .map(Consent::granted)
                        .orElse(false);
    }

    @ExpressionDoc(
            value = "Whether we have known the customer for at least that long.",
            example = "${customer.memberFor('P1Y')}")
    public boolean memberFor(String period) {
        return known().map(Customer::createdAt)
                .filter(created -> !periods.contains(created, period))
                .isPresent();
    }

    @ExpressionDoc(value = "Orders ever placed.", example = "${customer.orders == 0}")
    public long orders() {
        return profile().orders();
    }

    @ExpressionDoc(value = "Money ever spent, returns deducted.", example = "${customer.revenue >= 500}")
    public BigDecimal revenue() {
        return profile().revenue();
    }

    @ExpressionDoc(
            value = "Which share of the orders used a discount, from 0 to 1.",
            example = "${customer.discountShare > 0.5}")
    public double discountShare() {
        double share = profile().discountShare(now());
        return Double.isFinite(share) ? share : 0;
    }

    @ExpressionDoc(
            value =
                    "Whether a discount changes more for the customer than for the average one: by its learned effect, not by the"
                            + " habit of using discounts. False where the offer model does not know; see customer.priceSensitivity.",
            example = "${customer.priceSensitive}")
    public boolean priceSensitive() {
        validity.isUnknown();
        return customerSources.priceSensitivity().of(id).sensitive();
    }

    @ExpressionDoc("What customer.priceSensitive rests on, in a sentence.")
    public String priceSensitivity() {
        validity.isUnknown();
        return customerSources.priceSensitivity().of(id).reason();
    }

    @ExpressionDoc(value = "Whether the customer bought something.", example = "${!customer.purchasedWithin('P30D')}")
    public boolean purchasedWithin(String period) {
        return within(profile().lastPurchaseAt(), period);
    }

    @ExpressionDoc(
            value = "Whether the customer did anything: visited, bought, clicked. Opening a mail does not count.",
            example = "${customer.seenWithin('P60D')}")
    public boolean seenWithin(String period) {
        return within(profile().lastSeenAt(), period);
    }

    @ExpressionDoc(
            value = "Whether an event of that type happened.",
            example = "${customer.did('email_clicked', 'P90D')}")
    public boolean did(@Nullable String type, String period) {
        return times(type, period) > 0;
    }

    @ExpressionDoc(
            value = "How often an event of that type happened.",
            example = "${customer.times('event_attended', 'P2Y') >= 2}")
    public int times(@Nullable String type, String period) {
        if (type == null) {
            return 0;
        }
        List<Event> events = customerSources.events().ofCustomer(id, periods.since(period), type);
        events.stream()
                .map(Event::occurredAt)
                .min(Comparator.naturalOrder())
                .ifPresent(oldest -> periods.contains(oldest, period));
        return events.size();
    }

    @ExpressionDoc(
            value = "How often the customer looked at the product, or at another of its category.",
            example = "${customer.viewsInCategoryOf(event.productId, 'P1D') >= 2}")
    public int viewsInCategoryOf(@Nullable String productId, String period) {
        validity.isUnknown();
        return productId == null ? 0 : customerSources.views().countInCategoryOf(id, productId, periods.since(period));
    }

    @ExpressionDoc(
            value = "Whether the customer looked at the product lately.",
            example = "${customer.viewed(event.productId)}")
    public boolean viewed(@Nullable String productId) {
        return profile().productViews(graduallyFrom()).containsKey(String.valueOf(productId));
    }

    @ExpressionDoc(
            value = "Whether the customer bought the product and did not return it.",
            example = "${!customer.bought(event.productId)}")
    public boolean bought(@Nullable String productId) {
        return profile().purchasedProducts(graduallyFrom()).containsKey(String.valueOf(productId));
    }

    @ExpressionDoc(
            value =
                    "The interest in a topic: 1 for each article read on it, less for older ones, and 1 more if the attribute"
                            + " 'interests', a list, names it.",
            example = "${customer.interest('running') >= 1}")
    public double interest(@Nullable String topic) {
        double stated = topic != null && statedInterests().contains(topic) ? 1 : 0;
        return stated + profile().topics(graduallyFrom()).getOrDefault(String.valueOf(topic), 0.0);
    }

    @ExpressionDoc("The topic of the strongest interest; empty if there is none.")
    public @Nullable String favouriteTopic() {
        return profile().topics(graduallyFrom()).entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> statedInterests().stream().findFirst().orElse(null));
    }

    private List<String> statedInterests() {
        return attribute("interests") instanceof Collection<?> stated
                ? stated.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    @ExpressionDoc(value = "Mails sent, older ones counting less.", example = "${customer.mailsSent >= 5}")
    public double mailsSent() {
        return profile().mailsSent(graduallyFrom());
    }

    @ExpressionDoc("Mails that the customer opened, older ones counting less.")
    public double mailsOpened() {
        return profile().mailsOpened(graduallyFrom());
    }

    @ExpressionDoc("Mails that the customer clicked, older ones counting less.")
    public double mailsClicked() {
        return profile().mailsClicked(graduallyFrom());
    }

    @ExpressionDoc(value = "Usual days between the customer's orders.", example = "${customer.rhythmDays < 45}")
    public double rhythmDays() {
        return purchaseInterval().days();
    }

    @ExpressionDoc("Whether the customer's last order is more than twice the usual number of days ago.")
    public boolean lapsed() {
        PurchaseInterval interval = purchaseInterval();
        interval.overdueFrom().filter(now()::isBefore).ifPresent(validity::endsAt);
        return interval.isOverdue(now());
    }

    @ExpressionDoc(
            value = "What the customer is expected to spend in that time ahead; 0 for one who has never bought.",
            example = "${customer.lifetimeValue('P1Y') >= 200}")
    public double lifetimeValue(@Nullable String horizon) {
        return predicted.lifetimeValue(horizon);
    }

    @ExpressionDoc(
            value =
                    "How likely the customer buys nothing in that time ahead, from 0 to 1; 0 for one who has never bought,"
                            + " since there is nobody to lose.",
            example = "${customer.churnRisk('P90D') > 0.7}")
    public double churnRisk(@Nullable String horizon) {
        return predicted.churnRisk(horizon);
    }

    @ExpressionDoc(
            value =
                    "How likely the customer buys again in that time ahead, from 0 to 1; 0 for one who has never bought.",
            example = "${customer.purchaseProbability('P30D') < 0.2}")
    public double purchaseProbability(@Nullable String horizon) {
        return predicted.purchaseProbability(horizon);
    }

    @ExpressionDoc(
            value =
                    "How likely the customer buys that product again in that time ahead, from 0 to 1; 0 for one who has not"
                            + " bought it in the last two years.",
            example = "${customer.repurchaseProbability(event.productId, 'P30D') >= 0.5}")
    public double repurchaseProbability(@Nullable String productId, @Nullable String horizon) {
        return predicted.repurchaseProbability(productId, horizon);
    }

    @ExpressionDoc(
            value =
                    "When the customer is due to buy that product again, if the habit goes on: as likely before as after it."
                            + " Empty for one who has not bought it in the last two years.",
            example = "${!empty customer.nextPurchase(event.productId)}")
    public @Nullable Date nextPurchase(@Nullable String productId) {
        return predicted.nextPurchase(productId);
    }

    private PurchaseInterval purchaseInterval() {
        return PurchaseInterval.of(profile());
    }

    @ExpressionDoc(
            value = "The label of the customers who behave like this one, such as behaviour-2 (see the page Segments);"
                    + " 'prospects' if the customer bought nothing, 'all' while there is nothing to tell apart.",
            example = "${customer.segment == 'behaviour-1'}")
    public String segment() {
        validity.isUnknown();
        return customerSources.segments().of(id);
    }

    @ExpressionDoc(
            value =
                    "Whether the customer is in a segment: one that you defined, a label as in customer.segment, or a name by"
                            + " recency, frequency and money, such as 'champions' or 'at-risk'.",
            example = "${customer.in('at-risk')}")
    public boolean in(@Nullable String name) {
        validity.isUnknown();
        return name != null && customerSources.segments().contains(name, id);
    }

    @ExpressionDoc(
            value =
                    "Whether the customer is not in a segment that you defined, but among the tenth of the others who are"
                            + " most like its members. Learned every night.",
            example = "${customer.like('big-spenders')}")
    public boolean like(@Nullable String name) {
        validity.isUnknown();
        return name != null && customerSources.segments().isLike(name, id);
    }

    @ExpressionDoc(
            value = "How far away the customer lives, in km, by the attributes 'latitude' and 'longitude'; very far if"
                    + " these are unknown or no numbers.",
            example = "${customer.kmTo(event.latitude, event.longitude) < 50}")
    public double kmTo(@Nullable Object latitude, @Nullable Object longitude) {
        return attribute("latitude") instanceof Number lat
                        && attribute("longitude") instanceof Number lon
                        && latitude instanceof Number toLat
                        && longitude instanceof Number toLon
                ? GreatCircle.km(lat.doubleValue(), lon.doubleValue(), toLat.doubleValue(), toLon.doubleValue())
                : Double.MAX_VALUE;
    }

    @ExpressionDoc(
            value = "Points of the table 'lead-score': how promising the customer is as a buyer for a company.",
            example = "${customer.leadScore >= 60}")
    public long leadScore() {
        validity.isUnknown(); // its table may be deployed anew
        return customerSources
                .leadScore()
                .of(CustomerLead.of(this, customerSources.outlooks().of(id, prediction)));
    }

    private boolean within(Optional<Instant> moment, String period) {
        return moment.filter(last -> periods.contains(last, period)).isPresent();
    }

    /** The present time, for values that change gradually as time passes. */
    private Instant graduallyFrom() {
        validity.isUnknown();
        return now();
    }

    ZoneId zone() {
        return known().map(Customer::timeZone).orElse(ZoneOffset.UTC);
    }

    private Instant now() {
        return customerSources.clock().instant();
    }

    Optional<Customer> known() {
        return known.get();
    }

    private Profile profile() {
        return profile.get();
    }
}
