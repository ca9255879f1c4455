/** What holds for all HTTP: error answers as problem+json (RFC 9457), the limit of requests at the same time, and the OpenAPI document. */
@NullMarked
package org.postroad.web;

import org.jspecify.annotations.NullMarked;
