@NullMarked
package io.crossdock.k8s;

import org.jspecify.annotations.NullMarked;
