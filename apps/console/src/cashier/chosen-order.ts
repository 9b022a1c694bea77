import { ref } from 'vue'

/** The order whose details are open; its drawer then shows what goes wrong. */
export const chosenOrder = ref<string>()
