/** Erases a customer on request (GDPR): every package that keeps personal data contributes an Anonymiser. */
@NullMarked
@NamedInterface("erasure")
package org.postroad.customer.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
