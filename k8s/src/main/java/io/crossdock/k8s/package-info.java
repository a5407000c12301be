/** Manifests that follow from what is declared elsewhere, so that none of it is written down twice. */
@NullMarked
package io.crossdock.k8s;

import org.jspecify.annotations.NullMarked;
