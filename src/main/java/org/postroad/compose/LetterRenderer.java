package org.postroad.compose;

import freemarker.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.postroad.compose.html.HtmlToText;
import org.postroad.compose.html.Markup;
import org.postroad.compose.template.Contents;
import org.postroad.compose.template.Draft;
import org.postroad.compose.template.LetterRefused;
import org.postroad.compose.template.TemplateExecutor;
import org.postroad.track.TrackingLinks.MessageLinks;
import org.springframework.stereotype.Component;

/** Puts known facts into words, and looks the result over. */
@Component
class LetterRenderer {

    private final Contents contents;
    private final TemplateExecutor templateExecutor;
    private final ComposeSettings settings;
    private final Map<String, Object> sender;

    LetterRenderer(Contents contents, TemplateExecutor templateExecutor, ComposeSettings settings) {
        this.contents = contents;
        this.templateExecutor = templateExecutor;
        this.settings = settings;
        this.sender = LetterDataModel.sender(settings.sender());
    }

    /** @throws LetterRefused with all that is wrong */
    Letter render(String content, LetterContext letterContext, MessageLinks messageLinks) {
        Template template = contents.find(content);
        Locale locale = localeOf(letterContext);
        TimeZone zone = TimeZone.getTimeZone(letterContext.customer().timeZone());
        Draft draft = templateExecutor.render(
                content, template, dataModel(letterContext, messageLinks, locale), locale, zone);
        return validated(content, draft, messageLinks.unsubscribe());
    }

    private Letter validated(String content, Draft draft, String unsubscribe) {
        Markup markup = Markup.of(draft.html());
        String text = HtmlToText.of(markup);
        List<String> faults = LetterValidator.faults(draft, markup, text, unsubscribe, settings.sender());
        if (!faults.isEmpty()) {
            throw new LetterRefused(content, faults);
        }
        return new Letter(draft.subject(), draft.html(), text, unsubscribe);
    }

    Map<String, Object> dataModel(LetterContext letterContext, MessageLinks messageLinks, Locale locale) {
        LetterDataModel letterDataModel = new LetterDataModel(letterContext.customer(), locale);
        List<Map<String, Object>> products =
                letterContext.products().stream().map(letterDataModel::product).toList();
        Map<String, Object> words = new HashMap<>();
        words.put("customer", letterDataModel.customer());
        words.put("products", products);
        products.stream().findFirst().ifPresent(foremost -> words.put("product", foremost));
        words.put(
                "together",
                letterContext.together().stream().map(letterDataModel::product).toList());
        words.put(
                "suggestions",
                letterContext.suggestions().stream()
                        .map(letterDataModel::product)
                        .toList());
        words.put(
                "articles",
                letterContext.articles().stream().map(letterDataModel::article).toList());
        letterContext
                .offer()
                .ifPresent(given -> words.put("offer", letterDataModel.offer(given, letterContext.currency())));
        words.put("event", letterContext.event());
        words.put("sender", sender);
        words.put("links", LetterDataModel.links(messageLinks));
        words.put("link", LetterDataModel.link(messageLinks));
        words.put("price", letterDataModel.price(letterContext.currency()));
        return words;
    }

    private Locale localeOf(LetterContext letterContext) {
        @Nullable String spoken = letterContext.customer().locale();
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
