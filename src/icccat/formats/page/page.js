const button = document.querySelector("header button");
button.addEventListener("click", () => print());
button.hidden = false;
