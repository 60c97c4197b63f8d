// Runs before the first paint, as a classic script: a module would let the wrong theme flash by.
(() => {
  const chosen = localStorage.getItem("frontdesk.theme")
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen
})()
