package org.postroad.compose;

import freemarker.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.postroad.track.TrackedMessage;
import org.postroad.track.Tracking;
import org.postroad.track.Tracking.Links;
import org.springframework.stereotype.Component;

/** Gathers what a letter is about, lets the content say it, and looks the result over. */
@Component
class FreeMarkerComposer implements Composer {

    private final Contents contents;
    private final Research research;
    private final Rendering rendering;
    private final Tracking tracking;
    private final ComposeSettings settings;

    FreeMarkerComposer(
            Contents contents, Research research, Rendering rendering, Tracking tracking, ComposeSettings settings) {
        this.contents = contents;
        this.research = research;
        this.rendering = rendering;
        this.tracking = tracking;
        this.settings = settings;
    }

    @Override
    public Letter compose(Commission commission) {
        Template template = contents.find(commission.content());
        Facts facts = research.factsFor(commission);
        Links links = tracking.linksOf(tracked(commission));
        Locale locale = localeOf(facts);
        TimeZone zone = TimeZone.getTimeZone(facts.customer().timeZone());
        Draft draft = rendering.render(commission.content(), template, words(facts, links, locale), locale, zone);
        Letter letter = inspected(commission.content(), draft, links.unsubscribe());
        links.save(facts.code());
        return letter;
    }

    private Letter inspected(String content, Draft draft, String unsubscribe) {
        Markup markup = Markup.of(draft.html());
        String text = PlainText.of(markup);
        List<String> faults = Inspection.faults(draft, markup, text, unsubscribe, settings.sender());
        if (!faults.isEmpty()) {
            throw new LetterRefused(content, faults);
        }
        return new Letter(draft.subject(), draft.html(), text, unsubscribe);
    }

    private Map<String, Object> words(Facts facts, Links links, Locale locale) {
        Vocabulary vocabulary = new Vocabulary(facts.customer(), locale);
        List<Map<String, Object>> products =
                facts.products().stream().map(vocabulary::product).toList();
        Map<String, Object> words = new HashMap<>();
        words.put("customer", vocabulary.customer());
        words.put("products", products);
        products.stream().findFirst().ifPresent(foremost -> words.put("product", foremost));
        words.put("together", facts.together().stream().map(vocabulary::product).toList());
        words.put("articles", facts.articles().stream().map(vocabulary::article).toList());
        facts.offer().ifPresent(given -> words.put("offer", vocabulary.offer(given, facts.currency())));
        words.put("sender", Vocabulary.sender(settings.sender()));
        words.put("links", Vocabulary.links(links));
        words.put("link", Vocabulary.link(links));
        return words;
    }

    private Locale localeOf(Facts facts) {
        @Nullable String spoken = facts.customer().locale();
        Locale locale = Locale.forLanguageTag(spoken == null ? "" : spoken.replace('_', '-'));
        return locale.getLanguage().isEmpty() ? settings.locale() : locale;
    }

    private static TrackedMessage tracked(Commission commission) {
        return new TrackedMessage(
                commission.messageId(),
                commission.customerId(),
                commission.enrolmentId(),
                commission.journey(),
                commission.step(),
                commission.topic());
    }
}
