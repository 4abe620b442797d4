/** What the page adds to Swagger UI's own look. */
export const docsStyle = `body { margin: 0; background: #fff; font-family: system-ui, sans-serif; }
main > h1, main > p { margin: 1rem; }
.swagger-ui .wrapper { padding: 0 16px; }
`;
