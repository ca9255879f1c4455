package org.postroad.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something to read, such as a guide or a post. */
public record Article(
        String id,
        String title,
        @Nullable String summary,
        List<String> topics,
        @Nullable String url,
        @Nullable String imageUrl,
        Map<String, Object> attributes) {}
