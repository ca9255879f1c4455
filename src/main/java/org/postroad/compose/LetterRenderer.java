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

/** Renders a letter from its context, makes the text part and validates both. */
@Component
class LetterRenderer {

    private final Contents contents;
    private final TemplateExecutor executor;
    private final ComposeSettings settings;
    private final Map<String, Object> sender;

    LetterRenderer(Contents contents, TemplateExecutor executor, ComposeSettings settings) {
        this.contents = contents;
        this.executor = executor;
        this.settings = settings;
        this.sender = LetterDataModel.sender(settings.sender());
    }

    /** @throws LetterRefused with every fault that was found */
    Letter render(String content, LetterContext context, MessageLinks links) {
        Template template = contents.find(content);
        Locale locale = localeOf(context);
        TimeZone zone = TimeZone.getTimeZone(context.customer().timeZone());
        Draft draft = executor.render(content, template, dataModel(context, links, locale), locale, zone);
        return validated(content, draft, links.unsubscribe());
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

    Map<String, Object> dataModel(LetterContext context, MessageLinks links, Locale locale) {
        LetterDataModel model = new LetterDataModel(context.customer(), locale);
        List<Map<String, Object>> products =
                context.products().stream().map(model::product).toList();
        Map<String, Object> root = new HashMap<>();
        root.put("customer", model.customer());
        root.put("products", products);
        products.stream().findFirst().ifPresent(first -> root.put("product", first));
        context.recommendations()
                .forEach((name, list) ->
                        root.put(name, list.stream().map(model::recommendation).toList()));
        root.put("articles", context.articles().stream().map(model::article).toList());
        context.offer().ifPresent(offer -> root.put("offer", model.offer(offer, context.currency())));
        context.predicted().ifPresent(predicted -> root.put("predicted", model.predicted(predicted)));
        root.put("event", context.event());
        root.put("sender", sender);
        root.put("links", LetterDataModel.links(links));
        root.put("link", LetterDataModel.link(links));
        root.put("price", model.price(context.currency()));
        return root;
    }

    private Locale localeOf(LetterContext context) {
        @Nullable String tag = context.customer().locale();
        Locale locale = Locale.forLanguageTag(tag == null ? "" : tag.replace('_', '-'));
        return locale.getLanguage().isEmpty() ? settings.locale() : locale;
    }

    /** What keeps every letter of a content from being rendered. */
    List<String> faultsIn(String content) {
        try {
            contents.find(content);
            return List.of();
        } catch (LetterRefused refused) {
            return refused.faults();
        }
    }
}
