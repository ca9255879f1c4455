package org.postroad.compose;

import org.postroad.compose.template.Contents;
import org.postroad.compose.template.Rendering;
import org.postroad.compose.template.Draft;
import org.postroad.compose.html.Markup;
import org.postroad.compose.html.PlainText;
import org.postroad.compose.template.LetterRefused;
import freemarker.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.postroad.track.Tracking.Links;
import org.springframework.stereotype.Component;

/** Puts known facts into words, and looks the result over. */
@Component
class Scribe {

    private final Contents contents;
    private final Rendering rendering;
    private final ComposeSettings settings;
    private final Map<String, Object> sender;

    Scribe(Contents contents, Rendering rendering, ComposeSettings settings) {
        this.contents = contents;
        this.rendering = rendering;
        this.settings = settings;
        this.sender = Vocabulary.sender(settings.sender());
    }

    /** @throws LetterRefused with all that is wrong */
    Letter write(String content, Facts facts, Links links) {
        Template template = contents.find(content);
        Locale locale = localeOf(facts);
        TimeZone zone = TimeZone.getTimeZone(facts.customer().timeZone());
        Draft draft = rendering.render(content, template, words(facts, links, locale), locale, zone);
        return inspected(content, draft, links.unsubscribe());
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

    Map<String, Object> words(Facts facts, Links links, Locale locale) {
        Vocabulary vocabulary = new Vocabulary(facts.customer(), locale);
        List<Map<String, Object>> products =
                facts.products().stream().map(vocabulary::product).toList();
        Map<String, Object> words = new HashMap<>();
        words.put("customer", vocabulary.customer());
        words.put("products", products);
        products.stream().findFirst().ifPresent(foremost -> words.put("product", foremost));
        words.put("together", facts.together().stream().map(vocabulary::product).toList());
        words.put(
                "suggestions",
                facts.suggestions().stream().map(vocabulary::product).toList());
        words.put("articles", facts.articles().stream().map(vocabulary::article).toList());
        facts.offer().ifPresent(given -> words.put("offer", vocabulary.offer(given, facts.currency())));
        words.put("event", facts.event());
        words.put("sender", sender);
        words.put("links", Vocabulary.links(links));
        words.put("link", Vocabulary.link(links));
        words.put("price", vocabulary.price(facts.currency()));
        return words;
    }

    private Locale localeOf(Facts facts) {
        @Nullable String spoken = facts.customer().locale();
        Locale locale = Locale.forLanguageTag(spoken == null ? "" : spoken.replace('_', '-'));
        return locale.getLanguage().isEmpty() ? settings.locale() : locale;
    }

    /** What keeps any letter from being written. */
    List<String> faultsIn(String content) {
        try {
            contents.find(content);
            return List.of();
        } catch (LetterRefused refused) {
            return refused.faults();
        }
    }
}
