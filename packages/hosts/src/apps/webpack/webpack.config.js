export default {
  mode: 'production',
  entry: { main: './src/main.ts', lazy: './src/lazy.ts' },
  output: { filename: '[name].js' },
  module: { rules: [{ test: /\.ts$/, loader: 'ts-loader', options: { transpileOnly: true } }] },
};
