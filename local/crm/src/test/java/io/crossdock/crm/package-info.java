@NullMarked
package io.crossdock.crm;

import org.jspecify.annotations.NullMarked;
