// The same mark as ours, after the frame that shows the input.
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("stardex:form-filled")));
