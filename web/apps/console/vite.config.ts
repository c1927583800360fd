import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { quietIcons } from "./quiet-icons";

// `npm run dev` speaks to an installation that is already up; its port is in LIANXIN_WEB.
const web = process.env.LIANXIN_WEB ?? "http://127.0.0.1:12345";

export default defineConfig({
  base: "/desk/",
  plugins: [react(), quietIcons()],
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What seldom changes is fetched seldom: each of these keeps its name between releases.
        codeSplitting: {
          groups: [
            { name: "telephone", test: /node_modules[\\/](jssip|sdp-transform|events)[\\/]/ },
            { name: "antd", test: /node_modules[\\/](antd|@ant-design|@rc-component)[\\/]/ },
            {
              name: "react",
              test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": web } },
});
