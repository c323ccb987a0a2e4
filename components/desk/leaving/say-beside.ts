/** Has the browser say something beside a control, until that is typed into again or left. */
export function sayBeside(control: HTMLInputElement | HTMLTextAreaElement, says: string): void {
  control.setCustomValidity(says);
  // Once the browser has put in what was pasted.
  setTimeout(() => control.reportValidity());
  const forget = () => control.setCustomValidity("");
  setTimeout(() => {
    control.addEventListener("input", forget, { once: true });
    control.addEventListener("blur", forget, { once: true });
  });
}
