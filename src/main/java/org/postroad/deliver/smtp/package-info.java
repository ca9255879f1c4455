/** Hands MIME to the SMTP relay over pooled connections and classifies its answer. */
@NullMarked
package org.postroad.deliver.smtp;

import org.jspecify.annotations.NullMarked;
