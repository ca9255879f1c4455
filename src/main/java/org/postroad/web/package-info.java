/**
 * What all HTTP has in common: errors as problem+json (RFC 9457), limits on concurrent requests, and the OpenAPI document.
 *
 * <p>Uses {@code event}, {@code json} and {@code sql}.
 */
@NullMarked
package org.postroad.web;

import org.jspecify.annotations.NullMarked;
